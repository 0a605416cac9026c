"""A new password, typed twice and checked by the rule of the office."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.wording.refusals import field_words

NEW_HINT = "열 글자 이상. 문장처럼 길게 쓰면 외우기 쉽습니다."
_DIFFERENT = "두 번 적은 비밀번호가 다릅니다. 다시 적어 주세요."
_MISSING = "비밀번호를 적어 주세요."
_AGAIN = "한 번 더 적어 주세요."


class NewPassword(QWidget):
    """`rule(password, own words)` raises what is wrong; `page` starts the names of the controls.

    Without a rule here the service that takes the password says what is wrong with it.
    """

    def __init__(
        self,
        page: str,
        kit: Kit,
        rule: Callable[[str, Iterable[str]], None] | None = None,
        label: str = "비밀번호",
        columns: int = 2,
    ) -> None:
        super().__init__()
        self._rule = rule
        self.setProperty("part", "inside")
        self.first = kit.field(label, kit.password_edit(), NEW_HINT, required=True)
        self.again = kit.field(f"{label} 다시", kit.password_edit(), _AGAIN, required=True)
        self.first.control.setObjectName(f"{page}.password")
        self.again.control.setObjectName(f"{page}.password_again")
        self.first.control.warned.connect(self.first.set_warning)
        self.again.control.warned.connect(self.again.set_warning)
        form = kit.form(columns)
        form.add(self.first, self.again)
        self.setLayout(column(form))

    def text(self) -> str:
        """Return the password."""
        return self.first.control.text()

    def clear(self) -> None:
        """Forget both."""
        self.first.control.clear()
        self.again.control.clear()

    @property
    def wrong(self) -> QWidget:
        """The control with which something is wrong; the first if nothing is."""
        return self.again.control if self.again.error else self.first.control

    def check(self, own_words: Iterable[str] = ()) -> bool:
        """Tell whether it can be taken; show what is wrong if not."""
        self.first.clear()
        self.again.clear()
        if not self.text():
            self.first.set_error(_MISSING)
            return False
        try:
            if self._rule is not None:
                self._rule(self.text(), own_words)
        except InputRefusal as refusal:
            self.first.set_error(field_words(refusal))
            return False
        if self.again.control.text() != self.text():
            self.again.set_error(_DIFFERENT)
            return False
        return True
