"""Blank forms as HWPX: the words of the paper, marked, sound, and readable again."""

import io
import warnings
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module, resources
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

import pytest

from easycare_desktop.documents import preview
from easycare_desktop.documents.editable.cells import looks_of, merged
from easycare_desktop.documents.editable.forms import EditableForm, write_editable
from easycare_desktop.documents.editable.writer import MARK
from easycare_desktop.documents.layout.grid import grid
from easycare_desktop.documents.layout.measures import LABEL
from tests.documents.papers import one_line, pdf_of, value_of

FORMS = (
    "attorney_blank",
    "cancel_a_blank",
    "cancel_b_blank",
    "consent_blank",
    "consent_legal_blank",
    "consent_only_marketing",
    "pledge_blank",
    "supplement_blank",
)
FULL = ("attorney_blank", "cancel_b_blank")
SAMPLES = [name if name in FULL else pytest.param(name, marks=pytest.mark.long) for name in FORMS]


@cache
def written(name: str) -> bytes:
    value = value_of(f"sample_{name}")
    assert isinstance(value, EditableForm)
    return write_editable(value, "시험 서식")


def read(content: bytes) -> Any:  # noqa: ANN401 - the library's own objects
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return import_module("hwpx").HwpxDocument.open(io.BytesIO(content))


def words_of(name: str, body: str) -> tuple[Counter[str], Counter[str]]:
    """Return the letters of the file, and those of the paper without head and foot."""
    value = value_of(f"sample_{name}")
    pages = preview.texts_of(pdf_of(f"sample_{name}"))
    paper = "".join(one_line(text) for text in pages)
    chrome = [f"문서번호{one_line(value.facts.number)}", *(["연습용"] * 2 * value.office.practice)]
    chrome += ["최신여부미확인", "시계확인필요", "재발행"] if value.facts.marks else []
    for number in range(1, len(pages) + 1):
        foot = f"{value.office.name}·문서번호{value.facts.number}{number}/{len(pages)}쪽출력일시"
        start = paper.index(one_line(foot))
        end = paper.index("내용확인값", start) + len("내용확인값") + 12
        paper = paper[:start] + paper[end:]
        for words in chrome:
            paper = paper.replace(words, "", 1)
    return Counter(one_line(body)), Counter(paper)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_file_says_what_the_paper_says_and_is_sound(name: str):
    content = written(name)
    checked = import_module("hwpx.tools.package_validator").validate_editor_open_safety(content)
    assert checked.ok
    file, paper = words_of(name, read(content).text.plain())
    assert file == paper


_LISTS = {
    "borderFillIDRef": "borderFills",
    "charPrIDRef": "charProperties",
    "paraPrIDRef": "paraProperties",
    "styleIDRef": "styles",
}


def named(root: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name, whatever their namespace."""
    return (each for each in root.iter() if each.tag.rpartition("}")[2] == name)


def covered(table: Element) -> Counter[tuple[int, int]]:
    """Return how often each place of a table's grid is part of a cell."""
    places: Counter[tuple[int, int]] = Counter()
    for at, span in zip(named(table, "cellAddr"), named(table, "cellSpan"), strict=True):
        top, left = int(at.attrib["rowAddr"]), int(at.attrib["colAddr"])
        rows, columns = int(span.attrib["rowSpan"]), int(span.attrib["colSpan"])
        places.update((top + r, left + c) for r in range(rows) for c in range(columns))
    return places


@pytest.mark.parametrize("name", SAMPLES)
def test_the_file_is_built_as_a_file_of_hangul_itself(name: str):
    """Judged without the library that wrote it, beside the empty file that 한글 made."""
    model = ZipFile(io.BytesIO((resources.files("hwpx") / "data" / "Skeleton.hwpx").read_bytes()))
    with ZipFile(io.BytesIO(written(name))) as parts:
        assert parts.namelist() == model.namelist()
        first = parts.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        for part in ("mimetype", "version.xml", "META-INF/container.xml", "META-INF/manifest.xml"):
            assert parts.read(part) == model.read(part)
        fromstring = import_module("lxml.etree").fromstring
        head = fromstring(parts.read("Contents/header.xml"))
        body = fromstring(parts.read("Contents/section0.xml"))
    known: dict[str, set[str]] = {}
    for kind in _LISTS.values():
        (group,) = named(head, kind)
        ids = [each.attrib["id"] for each in group]
        assert int(group.attrib["itemCnt"]) == len(ids) == len(set(ids))
        known[kind] = set(ids)
    asked = {
        (key, each.attrib[key]) for each in body.iter() for key in _LISTS if key in each.attrib
    }
    assert len(asked) > len(_LISTS)
    assert not {(key, number) for key, number in asked if number not in known[_LISTS[key]]}
    tables = list(named(body, "tbl"))
    assert tables
    assert len({each.attrib["id"] for each in tables}) == len(tables)
    for table in tables:
        rows, columns = int(table.attrib["rowCnt"]), int(table.attrib["colCnt"])
        assert covered(table) == Counter((r, c) for r in range(rows) for c in range(columns))


def test_the_file_is_marked_and_tells_where_it_came_from():
    value = value_of("sample_attorney_blank")
    with ZipFile(io.BytesIO(written("attorney_blank"))) as parts:
        section = parts.read("Contents/section0.xml").decode()
        about = parts.read("Contents/content.hpf").decode()
        assert not [each for each in parts.namelist() if each.startswith("BinData")]
    assert MARK in section
    for words in (value.facts.number, value.facts.printed_by, value.facts.purpose):
        assert words in section
    assert f"시험 서식 ({MARK})" in about
    assert value.office.name in about


def test_what_cells_share_is_drawn_once_around_a_merged_one():
    made = grid(
        [["가", "나", ""], ["다", "", "라"]],
        [10, 10, 10],
        [
            ("GRID", (0, 0), (-1, -1), 1, None),
            ("SPAN", (1, 0), (2, 0)),
            ("BACKGROUND", (0, 0), (0, -1), LABEL),
            ("LINEBELOW", (0, -1), (-1, -1), 1, None),
            ("TOPPADDING", (1, 0), (-1, 0), 4),
        ],
    )
    looks = looks_of(made)
    assert merged(made) == [(0, 1, 0, 2)]
    assert looks[0, 1].sides == {"TOP", "BOTTOM", "LEFT", "RIGHT"}
    assert looks[1, 0].fill == "#f0f1f3"
    assert (looks[0, 1].pads, looks[1, 1].pads) == ({"TOP": 4.0}, {})
    box = grid([["가", "나"]], [10, 10], [("BOX", (0, 0), (-1, -1), 1, None)])
    assert looks_of(box)[0, 0].sides == {"TOP", "BOTTOM", "LEFT"}
