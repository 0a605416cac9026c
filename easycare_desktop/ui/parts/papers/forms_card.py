"""Blank forms and ledgers that can be printed at any time, one button each."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.parts.papers.editable_row import EditableRow
from easycare_desktop.ui.parts.papers.form_rows import FormOffer, FormRow, FormRows
from easycare_desktop.ui.parts.papers.one_kind import OneKindRow
from easycare_desktop.ui.parts.shared.later import Later
from easycare_desktop.ui.widgets import Kit, column

_KIND = PersonKind
CONSENTS = (
    FormOffer(
        *("동의서 · 수급자", "급여 시작 전에 받습니다.", PaperKind.BLANK_CONSENT_FORM, 0),
        of=_KIND.RECIPIENT,
    ),
    FormOffer(
        *("동의서 · 보호자", "연락처를 적기 전에 받습니다.", PaperKind.BLANK_CONSENT_FORM, 1),
        of=_KIND.GUARDIAN,
    ),
    FormOffer(
        *("동의서 · 직원", "채용할 때 받습니다.", PaperKind.BLANK_CONSENT_FORM, 2), of=_KIND.STAFF
    ),
    FormOffer(
        *("동의서 · 이용자", "이용을 시작할 때 받습니다.", PaperKind.BLANK_CONSENT_FORM, 3),
        of=_KIND.SUBSCRIBER,
    ),
    FormOffer(
        *("법정대리인 동의서", "후견인·친권자가 대신합니다.", PaperKind.BLANK_GUARDIAN_CONSENT),
        of=_KIND.GUARDIAN,
    ),
)
BLANKS = (
    FormOffer("이용취소 신청서", "본인이나 대리인이 냅니다.", PaperKind.BLANK_CANCELLATION_FORM),
    FormOffer("위임장", "다른 분이 대신 신청할 때 받습니다.", PaperKind.BLANK_POWER_OF_ATTORNEY),
    FormOffer("보완요청서", "빠진 것을 손으로 적어 청합니다.", PaperKind.BLANK_SUPPLEMENT),
    FormOffer(
        *("보안서약서", "입사할 때와 해마다 받습니다.", PaperKind.BLANK_PLEDGE), of=_KIND.STAFF
    ),
    FormOffer(
        *("프로그램 이용취소 신청서", "우리 기관이 업체에 냅니다.", PaperKind.VENDOR_FORM),
        of=_KIND.RECIPIENT,
    ),
)
LISTS = (
    FormOffer("보유기간표", "무엇을 언제까지 두는지 보입니다.", PaperKind.RETENTION_TABLE),
    FormOffer("출력대장", "나간 문서와 용도를 적습니다.", PaperKind.PRINT_REGISTER),
    FormOffer("파기관리대장", "파기한 내용을 번호로 적습니다.", PaperKind.DESTRUCTION_LEDGER),
    FormOffer("분리보관 대장", "따로 보관하는 항목과 만료일입니다.", PaperKind.SEPARATED_LEDGER),
    FormOffer("분리보관 열람대장", "누가 왜 열었는지 적습니다.", PaperKind.READING_LEDGER),
    FormOffer(
        *("공단 이관 목록표", "폐업할 때 공단에 넘길 자료입니다.", PaperKind.TRANSFER_LIST),
        of=_KIND.RECIPIENT,
    ),
    FormOffer(
        *("분실·훼손 목록표", "이관할 때 없어진 것을 적습니다.", PaperKind.BLANK_LOST_LIST),
        of=_KIND.RECIPIENT,
    ),
    FormOffer("개별계정 운영 확인서", "한 사람이 한 계정을 씁니다.", PaperKind.ACCOUNT_STATEMENT),
    FormOffer("기관 인증서", "확인서의 서명이 우리 것임을 보입니다.", PaperKind.OFFICE_CERTIFICATE),
)


class FormsCard(QWidget):
    """`wanted(PaperKind, subject)` when a form shall be made; `editable_wanted` as a file.

    What stands below the first card is built once that is painted.
    """

    wanted = Signal(object, object)
    editable_wanted = Signal(object, object)

    def __init__(self, kit: Kit, catalogue: Catalogue) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._catalogue = kit, catalogue
        self._cards = column(gap=16)
        self.setLayout(column(self._cards, None, gap=0))
        self.one_kind = OneKindRow(kit, catalogue)
        self.one_kind.wanted.connect(self.wanted)
        self.first = self.consents if self.one_kind.offered else self.blanks
        self._later = Later(self, "blanks", "lists", "editable")

    def complete(self) -> None:
        """Build what is missing, a card at a time."""
        self._later.begin()

    @property
    def rows(self) -> list[FormRow]:
        """Every form with its button, from top to bottom."""
        cards = dict.fromkeys((self.first, self.blanks, self.lists))
        return [row for each in cards for row in each.rows]

    @cached_property
    def consents(self) -> FormRows:
        """Consents, where this office asks anybody for one."""
        return self._added("동의서 빈 서식", CONSENTS, self.one_kind)

    @cached_property
    def blanks(self) -> FormRows:
        """Forms that come back signed."""
        return self._added("신청과 대리 빈 서식", BLANKS)

    @cached_property
    def lists(self) -> FormRows:
        """Ledgers and tables, below the forms."""
        _ = self.blanks
        return self._added("대장과 표", LISTS)

    @cached_property
    def editable(self) -> EditableRow:
        """Forms as files, below everything."""
        _ = self.lists
        editable = EditableRow(self._kit, self._catalogue)
        editable.wanted.connect(self.editable_wanted)
        self._cards.addWidget(editable)
        return editable

    def _added(self, title: str, offers: Sequence[FormOffer], *more: QWidget) -> FormRows:
        known = self._catalogue.kinds()
        offered = [each for each in offers if each.of is None or each.of in known]
        made = FormRows(self._kit, title, offered, *more)
        made.wanted.connect(self.wanted)
        self._cards.addWidget(made)
        return made
