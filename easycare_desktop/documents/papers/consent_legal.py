"""The part of a consent form that tells who consents in the place of another."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.consent_form import LegalCapacity, LegalRepresentative
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.parts import heading
from easycare_desktop.documents.layout.tables import Pair, form_grid
from easycare_desktop.documents.layout.text import lines, plain, strong, ticks
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.paper_words import PAPER_WORDS

_PAPERS = ("가족관계증명서", "후견등기사항증명서", "신분증")
_WAYS = ("서명한 동의서를 직접 받음", "전화로 다시 확인함", "우편·팩스·전자우편 회신")
_NOTE = (
    "어른이 된 자녀나 배우자는 저절로 법정대리인이 되지 않습니다. "
    "후견 서류가 없으면 본인이 동의하시거나 위임장을 내 주십시오."
)


def legal_part(who: LegalRepresentative, width: float) -> list[Flowable]:
    """Return heading and grid."""
    capacities = ticks(*((PAPER_WORDS[each], who.capacity is each) for each in LegalCapacity))
    rows = [
        [Pair(plain("성명"), strong(who.name)), Pair(plain("생년월일"), plain(day(who.birth)))],
        [
            Pair(plain("연락처"), plain(who.phone)),
            Pair(plain("관계"), plain(who.relation)),
        ],
        [Pair(plain("자격"), lines(capacities, plain(_NOTE)))],
        [Pair(plain("자격 확인"), ticks(*((words, False) for words in _PAPERS)))],
        [Pair(plain("동의 확인"), ticks(*((words, False) for words in _WAYS)))],
    ]
    return [heading("법정대리인", before=7), form_grid(rows, width, label_width=24 * MM)]
