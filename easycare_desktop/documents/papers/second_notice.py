"""보관 종료·파기 통지서."""

from dataclasses import dataclass
from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.second_notice import SecondNotice
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.page import Sheet
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
from easycare_desktop.documents.layout.stay import certificate_at, kept_table
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


@dataclass(frozen=True, slots=True)
class _Room:
    """Points above each heading, and padding of the rows."""

    before: float
    pad: float


_ROOMS = (_Room(9, 4.2), _Room(6, 2.8), _Room(3.2, 1.8))


def make(value: SecondNotice) -> bytes:
    """Return the notice as PDF, set closer when that saves a page."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    return compose_within(sheet, [partial(_story, value, sheet.width, room) for room in _ROOMS], 1)


def _story(value: SecondNotice, width: float, room: _Room) -> list[Flowable]:
    part = partial(section, before=room.before)
    first = "① " if value.kept else ""
    story: list[Flowable] = [
        *title(TITLE, f"관리번호 {value.person_number}"),
        *addressee(value.addressee),
        sentence(plain(_OPENING), after=6),
        _banner(value, width),
        *part(f"{first}보관이 끝나 파기한 것", _ended(value, width, room.pad)),
    ]
    if value.kept:
        stays = kept_table(value.kept, width, pad=room.pad)
        story += part("② 아직 보관하는 것과 그 근거", stays)
    story += part("알아 두십시오", bullets([plain(each) for each in _notes(value)]))
    asked = part("궁금하신 것이 있으면", sentence(office_lines(value.office)))
    story.append(Together([*asked, gap(3), *issued(value.office, value.issued_on, width)]))
    return story


def _banner(value: SecondNotice, width: float) -> Flowable:
    done = not value.open_points
    said = "보관이 끝나 마저 파기했습니다." if done else "아직 끝나지 않은 것이 있습니다."
    points = [strong(said), *(plain(f"· {each}") for each in value.open_points)]
    if value.certificate_number:
        points.append(plain(certificate_at(value.certificate_number)))
    return banner("완료" if done else "일부 완료", [lines(*points)], width, solid=not done)


def _ended(value: SecondNotice, width: float, pad: float) -> Flowable:
    heads = (
        Head("항목", 38),
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
    return list_table(heads, rows, width, pad=pad)


def _notes(value: SecondNotice) -> list[str]:
    more = [] if value.others else ["이 기관이 가지고 있는 귀하의 다른 개인정보는 없습니다."]
    return [_HOW, *more, _LETTER, _LIMIT]
