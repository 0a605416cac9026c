"""Whose list, what for, and the password that opens the file."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.domain.exporting import ExportPurpose
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.refusals import field_words

_LONGEST = 100
_TELL = "암호는 이 프로그램에 남지 않습니다. 받는 분께는 전화로 따로 알려 주세요."
_CHOOSE = "무엇에 쓰는지 골라 주세요."
_WHY = "왜 내보내는지 한 줄로 적어 주세요."


class OrderCard(QFrame):
    """`changed()` when another kind or another range of people was chosen."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        kinds: Sequence[PersonKind],
        rule: Callable[[str, Iterable[str]], None],
    ) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.kinds = kit.combo([(kind, label(kind)) for kind in kinds], kinds[0])
        self.kinds.setObjectName("export.kind")
        self.kind = kit.field("누구의 목록인가요?", self.kinds)
        self.all = kit.radio("")
        self.all.setObjectName("export.all")
        self.listed = kit.radio("")
        self.listed.setObjectName("export.listed")
        purposes: list[tuple[ExportPurpose | None, str]] = [(None, "골라 주세요")]
        purposes += [(each, label(each)) for each in ExportPurpose]
        self.purpose = kit.field("목적", kit.combo(purposes), required=True)
        self.purpose.control.setObjectName("export.purpose")
        self.reason = kit.field(
            "까닭", kit.line_edit(), "예: 12월 자체 점검. 이름은 적지 않습니다.", required=True
        )
        self.reason.control.setObjectName("export.reason")
        self.reason.control.setMaxLength(_LONGEST)
        self.secret = NewPassword("export", kit, rule, "파일 암호", columns=1)
        self.setLayout(
            column(
                self.kind,
                column(self.listed, self.all, gap=0),
                self.purpose,
                self.reason,
                self.secret,
                kit.text(_TELL, wrap=True),
                None,
                margins=(20, 16, 20, 16),
                gap=12,
            )
        )
        self.kinds.chosen.connect(self._tell)
        self.listed.toggled.connect(self._tell)

    def show_counts(self, listed: int, every: int) -> None:
        """Say how many people of the kind stand in the list, and how many there are."""
        words = label(self.kinds.value() or PersonKind.RECIPIENT)
        self.listed.setText(f"지금 목록에 보이는 {words} {listed:,}명")
        self.all.setText(f"이용 중인 {words} 모두 {every:,}명")
        for each in (self.listed, self.all):
            each.setAccessibleName(each.text())
        self.listed.setVisible(0 < listed < every)
        if not self.listed.isVisibleTo(self):
            self.all.setChecked(True)

    @property
    def listed_only(self) -> bool:
        """Whether only the people of the list go out."""
        return self.listed.isVisibleTo(self) and self.listed.isChecked()

    def check(self) -> bool:
        """Tell whether everything is told; show what is missing."""
        purpose, reason = self.purpose.control.value(), self.reason.control.text().strip()
        self.purpose.set_error("" if purpose else _CHOOSE)
        self.reason.set_error("" if reason else _WHY)
        secret = self.secret.check()
        wrong: tuple[tuple[bool, QWidget], ...] = (
            (not purpose, self.purpose.control),
            (not reason, self.reason.control),
            (not secret, self.secret.wrong),
        )
        for missing, control in wrong:
            if missing:
                control.setFocus()
                return False
        return True

    def complain(self, refusal: InputRefusal) -> bool:
        """Show a refusal under its field; tell whether there was one for it."""
        if refusal.field != "reason":
            return False
        self.reason.set_error(field_words(refusal))
        return True

    def forget(self) -> None:
        """Empty what was typed for one list."""
        self.purpose.control.choose(None)
        self.reason.control.clear()
        self.secret.clear()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
