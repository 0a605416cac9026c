"""Restoring and its drill, on the page of keys and backups."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.restore.drill import DrillReport
from easycare_desktop.ui.background import Background, Reporter
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, hide_unless, row

_WHAT = "고장이나 실수로 자료를 잃었을 때 백업의 자료로 되돌립니다. 파기한 분은 돌아오지 않습니다."
_DRILL = "훈련은 지금 자료를 건드리지 않고, 백업이 정말 되살아나는지 시험해 보고서를 만듭니다."

_ASK = Question(
    "사무실을 닫고 되살리기로 갈까요?",
    ("적던 것은 먼저 저장해 주세요.", "되살리기 전에는 아무것도 바뀌지 않습니다."),
    yes="되살리기로 가기",
)
_OFFICER = "되살리기와 복구 훈련은 책임자만 할 수 있습니다."
_NOT_PASSED = ("이 백업은 되살아나지 않습니다", "보고서를 보시고 다시 백업해 주세요.")
_HERE_ALONE = (
    "이 백업은 이 PC에서만 열립니다",
    "열쇠 보관처에 이 백업을 여는 열쇠가 없습니다.",
    "보관처 USB를 꽂고 「지금 갱신하기」를 눌러 주세요.",
)
_DOUBT = (
    "더 새 자료가 없다는 것을 확인하지 못했습니다.",
    "모든 문서에 「최신 여부 미확인」이 찍힙니다.",
)
_REASON = "무엇으로 확인하셨는지 적어 주세요. 대장에 서명해 남깁니다."
_REASON_HINT = "예: 금고의 USB와 파기확인서를 모두 맞춰 봄"
_CHOOSE = "백업이 있는 USB나 폴더 고르기"


def run_drill(services: Services, folder: Path, reporter: Reporter) -> DrillReport:
    """Do the drill beside the screen."""
    return services.drill.run(folder, reporter.step)


class RestoreCard(QFrame):
    """`restore_wanted` leaves the office; a drill is done here, and its report shown."""

    restore_wanted = Signal()
    report_wanted = Signal(str, object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self._services, self._messages, self._background = services, messages, background
        self.setProperty("part", "card")
        self.restore = kit.button("백업에서 되살리기", "secondary", "history", writes=True)
        self.drill = kit.button("복구 훈련", "secondary", "clipboard-check", writes=True)
        self.restore.setObjectName("keys.restore")
        self.drill.setObjectName("keys.drill")
        self.restore.clicked.connect(self._restore)
        self.drill.clicked.connect(self._drill)
        self._may = services.office.actor.may(Right.RESTORE)
        self.state = kit.text("", "caption", wrap=True)
        self.wait("")
        self.doubt = kit.banner("warn", *_DOUBT)
        self.doubt.hide()
        self.confirm = kit.button("최신임을 확인했습니다", "secondary", "check", writes=True)
        self.confirm.setObjectName("keys.confirm_fresh")
        self.confirm.clicked.connect(self._confirm)
        self.confirm.hide()
        self.setLayout(
            column(
                kit.text("되살리기", "lead"),
                self.doubt,
                row(self.confirm, None),
                kit.text(_WHAT, wrap=True),
                row(self.restore, None),
                kit.text(_DRILL, wrap=True),
                row(self.drill, None),
                self.state,
                margins=(20, 16, 20, 16),
                gap=10,
            )
        )
        self.refresh()

    def refresh(self) -> None:
        """Look whether papers carry the mark of doubt."""
        self._background.run(self._services.freshness.is_unproven, self._show, self._failed)

    def _show(self, unproven: bool) -> None:  # noqa: FBT001 - what the service tells
        self.doubt.setVisible(unproven)
        self.confirm.setVisible(unproven and self._may)

    @Slot()
    def _confirm(self) -> None:
        reason = self._messages.ask_text("최신임을 확인했습니다", _REASON, hint=_REASON_HINT)
        if reason is not None:
            work = partial(self._services.freshness.confirm, reason)
            self._background.run(work, self._confirmed, self._failed)

    def _confirmed(self, _nothing: None) -> None:
        self._messages.toast("기록했습니다. 이제 문서에 표시가 찍히지 않습니다.")
        self.refresh()

    @Slot()
    def _restore(self) -> None:
        if self._messages.confirm(_ASK):
            self.restore_wanted.emit()

    @Slot()
    def _drill(self) -> None:
        folder = self._messages.choose_folder(_CHOOSE)
        if folder is not None:
            self.wait("백업을 임시 폴더로 가져와 하나하나 열어 보고 있습니다.")
            work = partial(run_drill, self._services, folder)
            self._background.run_steps(work, self._drilled, self._tell, self._failed)

    def _tell(self, done: int, total: int) -> None:
        self.state.setText(f"백업을 임시 폴더로 가져와 열어 보고 있습니다. {done * 100 // total}%")

    def _drilled(self, report: DrillReport) -> None:
        self.wait("")
        if report.passed:
            self._messages.toast("복구 훈련을 마쳤습니다. 이 백업은 되살아납니다.")
        else:
            self._messages.inform(*(_HERE_ALONE if report.opens_here_alone else _NOT_PASSED))
        self.report_wanted.emit("drill_report", 0)

    def _failed(self, error: Exception) -> None:
        self.wait("")
        tell_error(self._messages, "훈련하지 못했습니다", error)

    def wait(self, words: str) -> None:
        """Say what is being done; empty when it is over."""
        for button in (self.restore, self.drill):
            button.setEnabled(self._may and not words)
        said = words or ("" if self._may else _OFFICER)
        self.state.setText(said)
        hide_unless(self.state, bool(said))
