"""책임자 계정: login, name and password of the first officer, and how the office is protected."""

from typing_extensions import override

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.parts.wizard.tools import Founding
from easycare_desktop.ui.widgets import Kit, card, column, hide_unless, well
from easycare_desktop.ui.wording.refusals import field_words

_STORE = (
    "비밀번호와 이 PC가 함께 있어야 열립니다.",
    "자료 파일만 가져가서는 열 수 없습니다.",
)
_NO_STORE = (
    "이 PC에는 열쇠를 따로 맡길 곳이 없습니다.",
    "비밀번호만으로 엽니다. 자료 파일과 비밀번호가 함께 새면 누구나 엽니다.",
    "열다섯 글자 이상을 권합니다. 이 사실은 기록되고 「설정」에 나타납니다.",
)
_RULES = (
    "아이디, 이름, 시설코드는 비밀번호에 넣을 수 없습니다.",
    "1111, 1234, qwer처럼 같거나 이어진 글자는 세 자까지입니다.",
    "남들이 먼저 맞혀 볼 흔한 비밀번호도 받지 않습니다.",
)
_AGREE = "비밀번호만으로 열기로 합니다"
_AGREE_MISSING = "이 PC에서는 비밀번호만으로 열 수 있습니다. 표시해 주셔야 다음으로 갑니다."


class OfficerStep(Step):
    """Without a credential store only 「비밀번호만으로 열기」 is offered, to be accepted."""

    title = "책임자 계정"
    lead = "개인정보 보호책임자가 쓸 계정입니다. 비밀번호는 아무도 다시 알려 줄 수 없습니다."

    def __init__(self, services: Founding, kit: Kit) -> None:
        super().__init__()
        store_name = self._store_name = services.store_name
        self.login = kit.text_field("아이디", hint="짧게. 예: kim.center", required=True)
        self.name = kit.text_field("이름", hint="문서와 기록에 나타납니다.", required=True)
        self.login.control.setObjectName("wizard.login")
        self.name.control.setObjectName("wizard.name")
        self.password = NewPassword("wizard", kit, services.check_password)
        self._office_code = ""
        self.agree = kit.check(_AGREE)
        self.agree.setObjectName("wizard.passphrase_only")
        hide_unless(self.agree, not store_name)
        self.note = kit.text("", "caption", "danger", wrap=True)
        self.note.hide()
        banner = kit.banner("info", *_STORE) if store_name else kit.banner("warn", *_NO_STORE)
        form = kit.form(2)
        form.add(self.login, self.name)
        rules = well(*(kit.text(words, wrap=True) for words in _RULES), gap=4)
        box = card(form, self.password, rules, gap=12)
        self.setLayout(column(box, banner, self.agree, self.note, gap=12))

    def know(self, office_code: str, officer: str) -> None:
        """Take what the first step told: the officer's name is proposed here."""
        self._office_code = office_code
        if not self.name.control.text():
            self.name.control.setText(officer)

    @override
    def enter(self) -> None:
        self.login.control.setFocus()

    @override
    def check(self) -> bool:
        login, name = self.login.control.text().strip(), self.name.control.text().strip()
        self.login.set_error("" if login else "아이디를 적어 주세요.")
        self.name.set_error("" if name else "이름을 적어 주세요.")
        accepted = bool(self._store_name) or self.agree.isChecked()
        self.note.say("" if accepted else _AGREE_MISSING, "danger")
        self.note.setVisible(not accepted)
        fits = self.password.check((login, name, self._office_code))
        wrong = [
            control
            for control, right in (
                (self.login.control, login),
                (self.name.control, name),
                (self.password.wrong, fits),
                (self.agree, accepted),
            )
            if not right
        ]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def complain(self, refusal: InputRefusal) -> None:
        """Show what was refused when the office was to be made."""
        field = self.login if refusal.field == "login" else self.password.first
        field.set_error(field_words(refusal))
