"""서류함 라벨."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.box_label import BoxLabel
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import box, gap, sentence
from easycare_desktop.documents.layout.tables import Pair, form_grid
from easycare_desktop.documents.layout.text import para, plain, strong, style
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.strings import fingerprint

TITLE = "서류함 라벨"
_LINE = 40
_NOTE = "선을 따라 잘라 서류함에 붙이십시오. 라벨에는 정보주체의 이름을 적지 않습니다."
_RULE = "열쇠로 잠그고, 버릴 때에는 파쇄·소각·용해하고 기록합니다. 그대로 팔지 않습니다."


def make(value: BoxLabel) -> bytes:
    """Return the label as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    inside = sheet.width - 16
    where = " · ".join(part for part in (value.cabinet, value.compartment) if part)
    rows = [
        [Pair(plain("보관 위치"), strong(where))],
        [Pair(plain("열쇠 관리자"), plain(value.key_holder))],
        [Pair(plain("담긴 서류"), plain(value.contents))],
        [Pair(plain("등록한 날"), plain(day(value.since)))],
    ]
    longest = max(map(len, (where, value.key_holder, value.contents)))
    number, name = _large(value.number, 40), _large(value.label, 24)
    label: list[Flowable] = [
        para(plain(value.number), style(number, "centre", bold=True, lead=1.2)),
        para(plain(value.label), style(name, "centre", bold=True, lead=1.3, before=4, after=8)),
        form_grid(rows, inside, size=13 if longest <= _LINE else 10.5, label_width=95),
        para(plain(value.office.name), style(13, "centre", bold=True, before=10, lead=1.4)),
        para(plain(_RULE), style(10, "centre", before=2, lead=1.4)),
    ]
    return compose(sheet, [sentence(plain(_NOTE)), gap(3), box(label, sheet.width, weight=1.6)])


def _large(text: str, size: float) -> float:
    """Return the size at which a text is read from afar, smaller where it is long."""
    return size if len(text) <= _LINE else size / 2
