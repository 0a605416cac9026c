"""이분의 문서 만들기: every paper that can be made for one person."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.packets import PACKET_OF
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services.paper_jobs import Packet
from easycare_desktop.services.paper_values.consent import kinds_of_consent
from easycare_desktop.services.papers import PARTS, PaperKind
from easycare_desktop.ui.parts.papers.form_rows import FormOffer, FormRows
from easycare_desktop.ui.parts.papers.packet_card import PacketCard
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.papers import paper_title

_ALONE = "이 동의만 따로 받을 때 씁니다."


def offers_for(person: Person, catalogue: Catalogue) -> tuple[list[FormOffer], list[FormOffer]]:
    """Return what is usually signed, and the forms of one kind of consent alone."""
    usual = [
        FormOffer("동의서 전체", "성명과 번호가 적혀 나옵니다.", PaperKind.CONSENT_FORM, person.id),
        FormOffer(
            "이용취소 신청서", "아는 내용을 적어 드립니다.", PaperKind.CANCELLATION_FORM, person.id
        ),
        FormOffer(
            "위임장", "다른 분이 대신 신청할 때 받습니다.", PaperKind.POWER_OF_ATTORNEY, person.id
        ),
        FormOffer(
            "기초자료 카드", "이용 중인 자료를 한눈에 봅니다.", PaperKind.BASIC_CARD, person.id
        ),
        FormOffer(
            "한 장 답변", "지운 것과 남긴 것을 알립니다.", PaperKind.ONE_PAGE_ANSWER, person.id
        ),
    ]
    if person.kind is PersonKind.STAFF:
        words = "해마다 다시 받습니다."
        usual.insert(1, FormOffer("보안서약서", words, PaperKind.PLEDGE, person.id))
    if person.kind is PersonKind.RECIPIENT:
        words = "후견인·친권자가 대신 동의합니다."
        usual.insert(
            1, FormOffer("법정대리인 동의서", words, PaperKind.GUARDIAN_CONSENT, person.id)
        )
    asked = kinds_of_consent(catalogue, person.kind)
    if not asked:
        del usual[0]
    alone = [
        FormOffer(paper_title(kind), _ALONE, kind, person.id)
        for kind, part in PARTS.items()
        if part in asked
    ]
    return usual, alone


class PersonOffers(HouseDialog):
    """`wanted(PaperKind, person id)`, `packet_wanted(person id)`; the dialog is gone then.

    `ticked(paper id, back)`: a paper of the last set came back. `packet`: that set, if any.
    """

    wanted = Signal(object, object)
    packet_wanted = Signal(object)
    ticked = Signal(object, bool)

    def __init__(
        self,
        kit: Kit,
        person: Person,
        name: str,
        catalogue: Catalogue,
        parent: QWidget | None,
        packet: Packet | None = None,
    ) -> None:
        super().__init__(kit.appearance, "문서 만들기", parent, width=600)
        self.setObjectName("offers")
        usual, alone = offers_for(person, catalogue)
        cards = [FormRows(kit, "서류", usual)]
        if alone:
            cards.append(FormRows(kit, "동의서 한 가지만", alone))
        self.rows = [each for made in cards for each in made.rows]
        for made in cards:
            made.wanted.connect(self._want)
        self.close_button = kit.button("닫기", key="Esc")
        self.close_button.clicked.connect(self.reject)
        self._person_id = person.id
        self.packet: PacketCard | None = None
        kind = PACKET_OF.get(person.kind)
        if kind is not None:
            self.packet = PacketCard(kit, kind, packet)
            self.packet.wanted.connect(self._want_packet)
            self.packet.ticked.connect(self.ticked)
        title = kit.text(f"{name} 님의 문서 만들기", "title", wrap=True)
        above = [self.packet] if self.packet is not None else []
        parts = (title, *above, *cards, None)
        inside = holder(column(*parts, margins=(24, 20, 24, 16), gap=14))
        self.assemble(inside, kit.foot(others=[self.close_button]), self.close_button)

    @Slot(object, object)
    def _want(self, kind: PaperKind, subject: int) -> None:
        self.accept()
        self.wanted.emit(kind, subject)

    @Slot()
    def _want_packet(self) -> None:
        self.accept()
        self.packet_wanted.emit(self._person_id)
