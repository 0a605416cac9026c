"""백업: the places for backups, each with its sets."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from easycare_desktop.domain.rights import Right
from easycare_desktop.services.backup_targets import TargetState, TargetView
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.place_warnings import backup_warnings
from easycare_desktop.ui.background import Background, CancelledError, Reporter
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.backup.target_card import TargetCard
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, card, column, hide_unless, row
from easycare_desktop.ui.widgets.progress import Progress
from easycare_desktop.ui.wording.places import backup_warning_words

_FAILED = "마치지 못했습니다"
_USUAL_NAME = "백업 USB"
_CHECKING = "백업을 모두 읽어 확인하고 있습니다"
_ABOUT = (
    "백업에는 열쇠가 들어 있지 않습니다. 되살리려면 최신 열쇠 보관처가 있어야 합니다. "
    "파기한 뒤 열쇠 보관처까지 갱신하면, 파기한 자료는 옛 백업에서도 열리지 않습니다."
)


class TargetsTab(QWidget):
    """`changed()`: places were added, struck off, or looked at more closely."""

    changed = Signal()

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self._may_change = services.office.actor.may(Right.BACK_UP)
        self.cards: list[TargetCard] = []
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self.add = kit.button("백업할 곳 추가하기", "secondary", "plus", key="F2")
        self.add.setObjectName("backup.add")
        hide_unless(self.add, self._may_change)
        self.add.clicked.connect(self.add_target)
        self.progress = Progress(kit.appearance, _CHECKING)
        self.progress.hide()
        self._none = card(
            kit.empty(
                "database-backup",
                "백업할 곳이 아직 없습니다.",
                "USB를 꽂고 「백업할 곳 추가하기」를 눌러 주세요. 폴더도 됩니다.",
            )
        )
        self._box = QVBoxLayout()
        self._box.setSpacing(14)
        about = row(kit.text(_ABOUT, wrap=True), self.add, gap=16)
        about.setStretch(0, 1)
        self.setLayout(column(about, self.progress, self._none, self._box, None, gap=14))

    def refresh(self) -> None:
        """Look at every place again."""
        self._background.run(self._services.backup_targets.states, self._show, self._failed)

    @Slot()
    def add_target(self) -> None:
        """Ask for a folder and its name, and register it."""
        folder = self._messages.choose_folder("백업을 둘 USB나 폴더")
        if folder is None:
            return
        warnings = backup_warnings(folder, self._services.office.info.folder)
        lines = tuple(backup_warning_words(each) for each in warnings)[:2]
        question = Question("그래도 이곳에 백업할까요?", lines, yes="이곳에 백업", danger=True)
        if lines and not self._messages.confirm(question):
            return
        label = self._messages.ask_text(
            "백업할 곳 이름", "찾기 쉬운 이름을 적어 주세요.", _USUAL_NAME, "예: 백업 USB"
        )
        if label is not None:
            work = partial(self._services.backup_targets.add, label, folder)
            self._background.run(work, self._added, self._failed)

    def _show(self, views: Sequence[TargetView]) -> None:
        for old in self.cards:
            old.setParent(None)
            old.deleteLater()
        self.cards = [TargetCard(self._kit, view, may_change=self._may_change) for view in views]
        for made in self.cards:
            made.check_wanted.connect(self._check)
            made.removed.connect(self._remove)
            self._box.addWidget(made)
        self._none.setVisible(not views)

    def _added(self, view: TargetView) -> None:
        there = f" 그곳의 백업 {view.whole}개도 씁니다." if view.whole else ""
        self._messages.toast(f"「{view.label}」에 백업합니다.{there}")
        self.changed.emit()

    @Slot(object)
    def _check(self, view: TargetView) -> None:
        self.progress.say(_CHECKING, 0, 1)
        self.progress.show()
        work = partial(_check_all, self._services, view.id)
        self._background.run_steps(work, self._checked, self._tell, self._failed)

    def _tell(self, done: int, total: int) -> None:
        self.progress.say(_CHECKING, done, total)

    def _checked(self, view: TargetView) -> None:
        self.progress.hide()
        bad = view.state is not TargetState.SOUND or view.whole < len(view.sets)
        if bad:
            self._messages.inform(
                "쓸 수 없는 백업이 있습니다",
                f"{view.label}: {len(view.sets)}개 가운데 {view.whole}개가 정상입니다.",
                "「지금 백업하기」를 눌러 새로 만들어 주세요.",
            )
        else:
            self._messages.toast(f"백업 {view.whole}개를 모두 읽어 확인했습니다.")
        self.changed.emit()

    @Slot(object)
    def _remove(self, view: TargetView) -> None:
        lines = (view.label, "그곳의 백업은 남습니다. 다시 추가하면 이어서 씁니다.")
        question = Question("이 백업할 곳을 뺄까요?", lines, yes="빼기", danger=True)
        if self._messages.confirm(question):
            work = partial(self._services.backup_targets.remove, view.id)
            self._background.run(work, self._removed, self._failed)

    def _removed(self, _nothing: None) -> None:
        self._messages.toast("백업할 곳에서 뺐습니다.")
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self.progress.hide()
        if not isinstance(error, CancelledError):
            tell_error(self._messages, _FAILED, error)


def _check_all(services: Services, target_id: int, reporter: Reporter) -> TargetView:
    return services.backup_targets.check(target_id, reporter.step)
