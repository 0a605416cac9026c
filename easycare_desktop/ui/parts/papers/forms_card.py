"""Blank forms and ledgers that can be printed at any time, one button each."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.widgets import Button, Kit, card, column, holder, line, row

_BLANK, _LISTS = "빈 서식", "대장과 표"


@dataclass(frozen=True, slots=True)
class FormOffer:
    """One form: what it is called, what it is for, and what is made."""

    words: str
    use: str
    kind: PaperKind
    subject: int = 0


BLANKS = (
    FormOffer("동의서 · 수급자", "급여 시작 전에 받습니다.", PaperKind.BLANK_CONSENT_FORM, 0),
    FormOffer("동의서 · 보호자", "연락처를 적기 전에 받습니다.", PaperKind.BLANK_CONSENT_FORM, 1),
    FormOffer("동의서 · 직원", "채용할 때 받습니다.", PaperKind.BLANK_CONSENT_FORM, 2),
    FormOffer("이용취소 신청서", "수급자·보호자·직원이 냅니다.", PaperKind.BLANK_CANCELLATION_FORM),
    FormOffer("프로그램 이용취소 신청서", "우리 기관이 업체에 냅니다.", PaperKind.VENDOR_FORM),
)  # fmt: skip
LISTS = (
    FormOffer("보유기간표", "무엇을 언제까지 두는지 보입니다.", PaperKind.RETENTION_TABLE),
    FormOffer("파기관리대장", "파기한 내용을 번호로 적습니다.", PaperKind.DESTRUCTION_LEDGER),
    FormOffer("분리보관 대장", "따로 보관하는 항목과 만료일입니다.", PaperKind.SEPARATED_LEDGER),
    FormOffer("기관 인증서", "확인서의 서명이 우리 것임을 보입니다.", PaperKind.OFFICE_CERTIFICATE),
    FormOffer("분리보관 열람대장", "누가 왜 열었는지 적습니다.", PaperKind.READING_LEDGER),
)


class _FormRow(QWidget):
    """One form and its button."""

    pressed = Signal(object)

    def __init__(self, kit: Kit, offer: FormOffer) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._offer = offer
        self.button: Button = kit.button(
            "인쇄", "secondary", "printer", fit="row", name=f"{offer.words} 인쇄"
        )
        self.button.setObjectName(f"papers.{offer.kind.code}.{offer.subject}")
        self.button.clicked.connect(self._press)
        words = column(
            None, kit.text(offer.words, "strong", wrap=True),
            kit.text(offer.use, "caption", wrap=True), None, gap=0,
        )  # fmt: skip
        box = row(gap=12)
        box.addLayout(words, 1)
        box.addWidget(self.button)
        self.setLayout(box)

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(self._offer)


class FormsCard(QWidget):
    """`wanted(PaperKind, subject)` when a form shall be made."""

    wanted = Signal(object, object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.rows: list[_FormRow] = []
        parts = [self._card(kit, _BLANK, BLANKS), self._card(kit, _LISTS, LISTS)]
        self.setLayout(column(*parts, None, gap=16))

    def _card(self, kit: Kit, title: str, offers: tuple[FormOffer, ...]) -> QWidget:
        lines: list[QWidget] = []
        for offer in offers:
            if lines:
                lines.append(line())
            made = _FormRow(kit, offer)
            made.pressed.connect(self._want)
            self.rows.append(made)
            lines.append(made)
        listed = holder(column(*lines, gap=6))
        return card(kit.text(title, "lead"), listed, gap=8, margins=(20, 14, 16, 12))

    @Slot(object)
    def _want(self, offer: FormOffer) -> None:
        self.wanted.emit(offer.kind, offer.subject)
