"""기관 인증서."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.office_certificate import OfficeCertificate
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import (
    box,
    bullets,
    gap,
    office_lines,
    section,
    sentence,
    title,
)
from easycare_desktop.documents.layout.signatures import issued
from easycare_desktop.documents.layout.tables import Pair, form_grid
from easycare_desktop.documents.layout.text import para, plain, strong, style
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.phrases import fingerprint_words
from easycare_desktop.documents.strings import fingerprint

TITLE = "기관 인증서"
_WHAT = (
    "우리 기관은 파기확인서에 전자서명을 합니다. 아래 지문은 그 서명이 우리 기관의 것인지 "
    "확인하는 데 씁니다. 비밀이 아니므로 누구에게나 보여도 됩니다."
)
_HOW = (
    "파기확인서와 함께 받은 인증서 파일의 지문이 위와 같은지 비교해 주십시오.",
    (
        "이지케어 데스크톱의 「파기확인서 확인」에 확인서와 인증서 파일을 넣으면 일치·불일치를 "
        "알려 줍니다. 인터넷에 연결하거나 로그인하지 않아도 됩니다."
    ),
    "종이만 있으면 QR이 잘 보이게 찍은 그림을 넣어도 됩니다.",
    "다른 PDF 프로그램에서는 이 인증서를 「신뢰하는 인증서」로 등록한 뒤에 확인할 수 있습니다.",
)
_CANNOT = (
    "전자서명은 서명한 뒤에 내용이 바뀌지 않았음을 보입니다. 적힌 시각과 사실은 기관의 진술입니다.",
    "공인된 인증기관이 아니라 기관이 스스로 만든 인증서입니다. 지문을 기관에 직접 확인해 주십시오.",
)
_LINE = 36


def make(value: OfficeCertificate) -> bytes:
    """Return the sheet as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    width = sheet.width
    story: list[Flowable] = [
        *title(TITLE),
        sentence(plain(_WHAT), after=6),
        form_grid(_rows(value), width),
        *section("인증서 지문 (SHA-256)", box([_printed(value.office.certificate)], width)),
        *section("확인하는 방법", bullets([plain(each) for each in _HOW])),
        *section("알아 두실 것", bullets([plain(each) for each in _CANNOT])),
        gap(3),
        sentence(office_lines(value.office)),
        *issued(value.office, value.issued_on, width),
    ]
    return compose(sheet, story)


def _rows(value: OfficeCertificate) -> list[list[Pair]]:
    office = value.office
    return [
        [
            Pair(plain("기관"), strong(office.name)),
            Pair(plain("장기요양기관기호"), plain(office.code)),
        ],
        [
            Pair(plain("유효기간"), plain(f"{day(value.since)} ~ {day(value.until)}")),
            Pair(plain("서명 방식"), plain("ECDSA P-256, SHA-256")),
        ],
    ]


def _printed(certificate: str) -> Flowable:
    words = fingerprint_words(certificate)
    halves = words[:_LINE].strip(), words[_LINE:].strip()
    return para(plain("\n".join(halves)), style(15.0, "centre", bold=True, lead=1.6))
