"""주민등록번호: kept or not, on which law, and the officer's word for it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.resident_numbers import ResidentNumberPermit
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import field_words, tell
from easycare_desktop.ui.widgets import Kit, card, column, row

_LAW = (
    "동의만으로는 주민등록번호를 보관할 수 없습니다.",
    "법률·대통령령이 구체적으로 요구하거나 허용한 때만 켜세요. (개인정보 보호법 제24조의2)",
)
_OFF = "지금은 주민등록번호를 보관하지 않습니다."
_HELP = "켜면 수급자와 직원에게 「주민등록번호」 칸이 생깁니다. 볼 때마다 기록에 남습니다."
_OFFICER = "책임자만 바꿀 수 있습니다."


class PermitTab(QWidget):
    """Off at first. Every change is recorded in the ledger under the officer's own password."""

    def __init__(self, services: Services, kit: Kit, messages: Messages) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._permits, self._messages = services.permits, messages
        self._officer = services.office.actor.may(Right.RULES)
        self._build(kit)
        self.give.clicked.connect(self._give)
        self.end.clicked.connect(self._end)

    def _build(self, kit: Kit) -> None:
        self.state = kit.text("", "lead", wrap=True)
        self.state.setObjectName("settings.permit_state")
        self.basis = kit.text("", wrap=True)
        self.article = kit.text_field(
            "근거 법령과 조문", hint="예: 소득세법 제164조와 그 시행령", required=True
        )
        self.article.control.setObjectName("settings.permit_article")
        self.reason = kit.text_field("사유", hint="예: 원천징수 서류 작성", required=True)
        self.reason.control.setObjectName("settings.permit_reason")
        self.password = kit.field("책임자 비밀번호", kit.password_edit(), required=True)
        self.password.control.setObjectName("settings.permit_password")
        self.give = kit.button("보관 켜기", "primary", "key-round")
        self.give.setObjectName("settings.permit_give")
        self.end = kit.button("보관 끄기", "secondary", "ban")
        self.end.setObjectName("settings.permit_end")
        self._asked = (self.article, self.reason)
        form = kit.form(2)
        form.add(*self._asked, self.password)
        note = kit.text(_HELP if self._officer else _OFFICER, "caption", wrap=True)
        told = kit.banner("warn", *_LAW)
        body = card(self.state, self.basis, form, row(self.give, self.end, None), note, gap=12)
        self.setLayout(column(told, body, None, gap=16))

    def refresh(self) -> None:
        """Read whether a permit stands."""
        self._show(self._permits.now())

    def _show(self, permit: ResidentNumberPermit | None) -> None:
        on = permit is not None
        self.state.setText(_said(permit))
        self.basis.setText(f"근거: {permit.article} · 사유: {permit.reason}" if permit else "")
        self.basis.setVisible(on)
        for field in self._asked:
            field.setVisible(not on and self._officer)
            field.clear()
        self.password.setVisible(self._officer)
        self.password.control.clear()
        self.give.setVisible(not on and self._officer)
        self.end.setVisible(on and self._officer)

    @Slot()
    def _give(self) -> None:
        article, reason = (each.control.text().strip() for each in self._asked)
        try:
            permit = self._permits.give(article, reason, self.password.control.text())
        except Refusal as refusal:
            self._complain(refusal)
            return
        self._messages.toast("주민등록번호를 보관합니다. 근거와 사유를 적어 두었습니다.")
        self._show(permit)

    @Slot()
    def _end(self) -> None:
        try:
            self._permits.end(self.password.control.text())
        except Refusal as refusal:
            self._complain(refusal)
            return
        self._messages.toast("이제 주민등록번호를 보관하지 않습니다.")
        self._show(None)

    def _complain(self, refusal: Refusal) -> None:
        fields = {"article": self.article, "reason": self.reason}
        for each in (*self._asked, self.password):
            each.clear()
        name = refusal.field if isinstance(refusal, InputRefusal) else ""
        if name in fields and isinstance(refusal, InputRefusal):
            fields[name].set_error(field_words(refusal))
        else:
            tell(self._messages, "바꾸지 못했습니다", refusal)


def _said(permit: ResidentNumberPermit | None) -> str:
    if permit is None:
        return _OFF
    return f"{permit.set_at:%Y-%m-%d}부터 주민등록번호를 보관합니다."
