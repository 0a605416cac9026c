"""열쇠 보관처: where a second copy of the keys lies, so that a broken PC loses nobody."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from typing_extensions import override

from easycare_desktop.services.place_warnings import PlaceWarning
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, card, column, holder, row
from easycare_desktop.ui.wording.places import warning_words

_CHOOSE = "열쇠를 넣을 USB나 폴더 고르기"
_NOT_YET = (
    "아직 보호된 사무실로 치지 않습니다.",
    "이 PC가 고장 나면 열쇠가 없어 자료를 열 수 없습니다.",
    "「백업·열쇠」에서 언제든 정할 수 있습니다.",
)
_MISSING = "폴더를 골라 주세요. 지금 없으면 「나중에 정하기」를 누르세요."


class PlaceStep(Step):
    """A folder with a name, or later; what speaks against a folder is said and stops nobody."""

    title = "열쇠 보관처"
    lead = "열쇠의 사본을 두는 곳입니다. 금고에 둘 USB가 가장 좋습니다."

    def __init__(
        self,
        warnings: Callable[[Path], Sequence[PlaceWarning]],
        kit: Kit,
        messages: Messages,
        background: Background,
    ) -> None:
        super().__init__()
        self._warnings, self._messages = warnings, messages
        self._background = background
        self._folder: Path | None = None
        self.when = kit.choice(((True, "지금 정하기"), (False, "나중에 정하기")), True)
        self.when.setObjectName("wizard.place_now")
        self.label = kit.text_field(
            "보관처 이름", "열쇠 보관처", "어디에 있는지 알 수 있게 적습니다. 예: 금고 USB"
        )
        self.label.control.setObjectName("wizard.place_name")
        self.path = kit.line_edit(hint="아직 고르지 않았습니다")
        self.path.setReadOnly(True)
        self.folder = kit.field("폴더", self.path)
        self.choose = kit.button("폴더 고르기", "secondary", "usb")
        self.choose.setObjectName("wizard.place_folder")
        self.warning = kit.banner("warn", "")
        self.warning.hide()
        self._build(kit)

    @property
    def place(self) -> tuple[str, Path] | None:
        """Name and folder, or nothing where it is put off."""
        if not self.when.value() or self._folder is None:
            return None
        return self.label.control.text().strip() or str(self._folder.name), self._folder

    @override
    def enter(self) -> None:
        self.choose.setFocus()

    @override
    def check(self) -> bool:
        missing = bool(self.when.value()) and self._folder is None
        self.folder.set_error(_MISSING if missing else "")
        return not missing

    def _build(self, kit: Kit) -> None:
        self.later = kit.banner("warn", *_NOT_YET)
        self.later.hide()
        form = kit.form(2)
        form.add(self.label, self.folder)
        self._now = holder(column(form, row(self.choose, None), self.warning, gap=12))
        self.when.chosen.connect(self._turn)
        self.choose.clicked.connect(self._choose)
        self.setLayout(column(card(self.when, self._now, self.later, gap=16)))

    @Slot(object)
    def _turn(self, now: bool) -> None:  # noqa: FBT001 - what the choice carries
        self._now.setVisible(now)
        self.later.setVisible(not now)

    @Slot()
    def _choose(self) -> None:
        folder = self._messages.choose_folder(_CHOOSE)
        if folder is None:
            return
        self._folder = folder
        self.path.setText(str(folder))
        self.folder.clear()
        self.warning.hide()
        self._background.run(partial(self._warnings, folder), self._warn)

    def _warn(self, warnings: Sequence[PlaceWarning]) -> None:
        found = [warning_words(each) for each in warnings]
        self.warning.setVisible(bool(found))
        if found:
            self.warning.say("warn", "이 폴더는 권하지 않습니다.", *found[:2])
