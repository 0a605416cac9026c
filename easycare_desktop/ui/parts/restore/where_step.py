"""무엇을 할까: an office of this PC, or one that another PC had."""

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from easycare_desktop.ui.parts.restore.there_form import ThereForm
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, card, column, holder, well
from easycare_desktop.ui.wording.refusals import field_words

HERE, THERE = "here", "there"
_CHOICES = ((HERE, "이 PC의 사무실 되살리기"), (THERE, "다른 PC에서 옮겨 오기"))
_HINTS = (
    "열쇠는 바꾸지 않습니다. 파기한 분은 옛 백업에서도 돌아오지 않습니다.",
    "책임자만 할 수 있습니다. 자료가 고장 나 열리지 않을 때도 할 수 있습니다.",
)


class WhereStep(Step):
    """`turned` when the choice changes; what is typed stays."""

    title = "무엇을 할까요"
    lead = "이 PC의 백업을 되살리거나, 다른 PC에서 쓰던 사무실을 옮겨 옵니다."
    turned = Signal()

    def __init__(self, there: ThereForm, kit: Kit) -> None:
        super().__init__()
        self.way = kit.choice(_CHOICES, HERE)
        self.way.setObjectName("restore.way")
        self.code = kit.text_field(
            "시설코드", example="장기요양기관기호", typing="latin", required=True
        )
        self.login = kit.text_field("책임자 아이디", required=True)
        self.password = kit.field("비밀번호", kit.password_edit(), required=True)
        for name, field in (("code", self.code), ("login", self.login)):
            field.control.setObjectName(f"restore.{name}")
        self.password.control.setObjectName("restore.password")
        self.there = there
        form = kit.form(3)
        form.add(self.code, self.login, self.password)
        hints = well(*(kit.text(words, wrap=True) for words in _HINTS), gap=4)
        self._here = holder(column(form, hints, gap=16))
        self._pile = Pile((self._here, there))
        self.way.chosen.connect(self._turn)
        self.setLayout(column(card(self.way, self._pile, gap=16)))

    @property
    def is_here(self) -> bool:
        """Whether an office of this PC is restored."""
        return self.way.value() == HERE

    def fill(self, code: str, login: str) -> None:
        """Put in what is known already."""
        self.code.control.setText(code)
        self.login.control.setText(login)

    def values(self) -> tuple[str, str, str]:
        """Return office code, login and password."""
        code, login = self.code.control.text().strip(), self.login.control.text().strip()
        return code, login, self.password.control.text()

    def complain(self, error: Exception) -> bool:
        """Say a refusal where it belongs; tell whether it had a place here."""
        if not self.is_here:
            return self.there.complain(error)
        if type(error).__name__ == "OfficeUnknownError":
            self.code.set_error(field_words(error))
        elif hasattr(error, "tries"):
            self.password.control.clear()
            self.password.set_error(field_words(error))
        else:
            return False
        return True

    @override
    def enter(self) -> None:
        (self.code.control if self.is_here else self.there.choose).setFocus()

    @override
    def check(self) -> bool:
        if not self.is_here:
            return self.there.check()
        code, login, password = self.values()
        self.code.set_error("" if code else "시설코드를 적어 주세요.")
        self.login.set_error("" if login else "아이디를 적어 주세요.")
        self.password.set_error("" if password else "비밀번호를 적어 주세요.")
        return bool(code and login and password)

    @Slot(object)
    def _turn(self, _way: object) -> None:
        self._pile.show_only(self._here if self.is_here else self.there)
        self.turned.emit()
