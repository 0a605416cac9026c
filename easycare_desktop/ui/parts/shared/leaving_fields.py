"""What is asked before a file leaves: what for, why, and the password that opens it."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.exporting import ExportPurpose, Leaving
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.refusals import field_words

_LONGEST = 100
_TELL = "암호는 이 프로그램에 남지 않습니다. 받는 분께는 전화로 따로 알려 주세요."
_CHOOSE = "무엇에 쓰는지 골라 주세요."
_WHY = "왜 내보내는지 한 줄로 적어 주세요."


class LeavingFields(QWidget):
    """`page` starts the names of the controls; `tell`: what is said of the password."""

    def __init__(
        self,
        page: str,
        kit: Kit,
        rule: Callable[[str, Iterable[str]], None],
        example: str,
        tell: str = _TELL,
        columns: int = 1,
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        purposes: list[tuple[ExportPurpose | None, str]] = [(None, "골라 주세요")]
        purposes += [(each, label(each)) for each in ExportPurpose]
        self.purpose = kit.field("목적", kit.combo(purposes), required=True)
        self.purpose.control.setObjectName(f"{page}.purpose")
        hint = f"예: {example}. 이름은 적지 않습니다."
        self.reason = kit.field("사유", kit.line_edit(), hint, required=True)
        self.reason.control.setObjectName(f"{page}.reason")
        self.reason.control.setMaxLength(_LONGEST)
        self.secret = NewPassword(page, kit, rule, "파일 암호", columns=columns)
        form = kit.form(columns)
        form.add(self.purpose, self.reason)
        self.setLayout(column(form, self.secret, kit.text(tell, wrap=True), gap=12))

    def leaving(self) -> Leaving:
        """Return what was told."""
        purpose = self.purpose.control.value() or ExportPurpose.OTHER
        return Leaving(purpose, self.reason.control.text().strip(), self.secret.text())

    def check(self) -> bool:
        """Tell whether everything is told; show what is missing."""
        self.reason.control.commit()
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
        """Empty what was typed for one file."""
        self.purpose.control.choose(None)
        self.reason.control.clear()
        self.secret.clear()
