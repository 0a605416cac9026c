"""보관 종료·파기 통지서."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.second_notice import SecondNotice
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import (
    Together,
    addressee,
    banner,
    bullets,
    gap,
    office_lines,
    section,
    sentence,
    title,
)
from easycare_desktop.documents.layout.signatures import issued
from easycare_desktop.documents.layout.stay import kept_table
from easycare_desktop.documents.layout.tables import Head, list_table
from easycare_desktop.documents.layout.text import lines, plain, strong
from easycare_desktop.documents.layout.words import day, moment
from easycare_desktop.documents.strings import fingerprint

TITLE = "보관 종료·파기 통지서"
_OPENING = (
    "전에 말씀드린 대로 따로 보관하던 개인정보가 있었습니다. "
    "그 기한이 끝나 마저 파기하였기에 알려 드립니다."
)
_HOW = (
    "파기했다는 말은, 그 자료를 여는 암호 열쇠를 없앴다는 뜻입니다. "
    "자료 백업에는 열쇠 없는 암호문이 남아 있을 수 있습니다."
)
_LETTER = "이 통지서를 보내려고 잠시 남긴 성함과 주소도 30일 안에 파기합니다."
_LIMIT = "손으로 베낀 것, 화면을 찍은 사진처럼 프로그램이 볼 수 없는 것은 여기에 없습니다."


def make(value: SecondNotice) -> bytes:
    """Return the notice as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    width = sheet.width
    story: list[Flowable] = [
        *title(TITLE, f"관리번호 {value.person_number}"),
        *addressee(value.addressee),
        sentence(plain(_OPENING), after=6),
        _banner(value, width),
        *section("① 보관이 끝나 파기한 것", _ended(value, width)),
    ]
    if value.kept:
        story += section("② 아직 보관하는 것과 그 근거", kept_table(value.kept, width))
    story += section("알아 두십시오", bullets([plain(each) for each in _notes(value)]))
    asked = section("궁금하신 것이 있으면", sentence(office_lines(value.office)))
    story.append(Together([*asked, gap(3), *issued(value.office, value.issued_on, width)]))
    return compose(sheet, story)


def _banner(value: SecondNotice, width: float) -> Flowable:
    done = not value.open_points
    said = "보관이 끝나 마저 파기했습니다." if done else "아직 끝나지 않은 것이 있습니다."
    points = [strong(said), *(plain(f"· {each}") for each in value.open_points)]
    if value.certificate_number:
        points.append(plain(f"자세한 내용은 파기확인서 {value.certificate_number}호에 있습니다."))
    return banner("완료" if done else "일부 완료", [lines(*points)], width, solid=not done)


def _ended(value: SecondNotice, width: float) -> Flowable:
    heads = (
        Head("무엇을", 38),
        Head("보관한 근거", 54),
        Head("보관 기한", 36, "centre"),
        Head("파기한 때", 42, "centre"),
    )
    rows = [
        (
            strong(each.label),
            plain(each.article),
            plain(f"{day(each.until)}까지" if each.until else ""),
            plain(moment(each.gone_at)),
        )
        for each in value.ended
    ]
    return list_table(heads, rows, width)


def _notes(value: SecondNotice) -> list[str]:
    more = [] if value.others else ["이 기관이 가지고 있는 귀하의 다른 개인정보는 없습니다."]
    return [_HOW, *more, _LETTER, _LIMIT]
