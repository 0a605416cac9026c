"""책임자 비밀번호: who goes on with the office on this PC; everybody else gets a password later."""

from collections.abc import Callable, Iterable, Sequence

from typing_extensions import override

from easycare_desktop.services.accounts import Account
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, card, column, well
from easycare_desktop.ui.wording.refusals import field_words

_LATER = (
    "비밀번호는 옮겨 오지 않습니다. 이 PC에서 새로 정합니다.",
    "다른 분의 비밀번호는 연 뒤 「설정」에서 책임자가 정해 드립니다.",
)
_PICK = "어느 책임자이신지 골라 주세요."


class AccountStep(Step):
    """`know` tells the officers of the office."""

    title = "책임자 비밀번호"
    lead = "이 PC에서 사무실을 이어 갈 책임자와 새 비밀번호를 정합니다."

    def __init__(self, rule: Callable[[str, Iterable[str]], None], kit: Kit) -> None:
        super().__init__()
        self._officers: tuple[Account, ...] = ()
        self.who = kit.combo([(0, "")])
        self.who.setObjectName("restore.officer")
        self.field = kit.field("책임자", self.who, required=True)
        self.password = NewPassword("restore.new", kit, rule, "새 비밀번호")
        hints = well(*(kit.text(words, wrap=True) for words in _LATER), gap=4)
        self.setLayout(column(card(self.field, self.password, hints, gap=12)))

    def know(self, officers: Sequence[Account]) -> None:
        """Offer the officers; the only one is chosen."""
        self._officers = tuple(officers)
        self.who.fill([(each.id, f"{each.name} ({each.login})") for each in officers])

    @property
    def account(self) -> Account | None:
        """The officer who is chosen."""
        held = self.who.value()
        return next((each for each in self._officers if each.id == held), None)

    def complain(self, error: Exception) -> None:
        """Say what is wrong with the password."""
        self.password.first.set_error(field_words(error))

    @override
    def enter(self) -> None:
        self.who.setFocus()

    @override
    def check(self) -> bool:
        chosen = self.account
        self.field.set_error("" if chosen else _PICK)
        if chosen is None:
            return False
        return self.password.check((chosen.login, chosen.name))
