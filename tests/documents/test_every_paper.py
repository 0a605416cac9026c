import re
import subprocess
import sys
import typing

import pytest

from easycare_desktop.documents import preview
from easycare_desktop.documents.fonts import GlyphMissingError
from easycare_desktop.documents.layout.drawn import Drawn
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.press import Paper, press
from easycare_desktop.documents.refusals import PaperTooLongError
from easycare_desktop.documents.strings import fingerprint
from tests.documents.papers import (
    NAMES,
    fonts_in,
    metadata,
    one_line,
    pdf_of,
    value_of,
    with_all_strings,
)
from tests.documents.samples.office import FACTS, HOSTILE, OFFICE

# In the short run one sample of every paper is pressed again with other words; all in the long run.
_FIRST = {type(value_of(name)): name for name in reversed(NAMES) if not name.endswith("_long")}
WITH_OTHER_WORDS = [
    name if name in _FIRST.values() else pytest.param(name, marks=pytest.mark.long)
    for name in NAMES
]
NEVER = ("복구불가", "복구할수없", "모든사본", "어떤방법으로도", "영구삭제", "완전삭제")


def test_every_kind_of_paper_is_among_the_samples():
    drawn = set(typing.get_args(Paper))
    assert len(drawn) > 20
    assert {type(value_of(name)) for name in NAMES} == drawn


def kept_of(name: str) -> frozenset[str]:
    """Return the fields whose text decides what kind of paper it is."""
    return frozenset({"groups"}) if name == "sample_sheet" else frozenset({"failure"})


@pytest.mark.parametrize("name", NAMES)
def test_only_our_fonts_and_all_of_them_embedded(name: str):
    fonts = fonts_in(pdf_of(name))
    assert fonts
    assert all(fonts.values()), fonts
    assert all("Pretendard" in font or "EasyCareSymbols" in font for font in fonts), fonts


@pytest.mark.parametrize("name", WITH_OTHER_WORDS)
def test_equal_values_give_equal_bytes(name: str):
    assert press(value_of(name)) == pdf_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_a4_on_every_page(name: str):
    pdf = pdf_of(name)
    for page in range(preview.page_count(pdf)):
        size = sorted(round(each) for each in preview.page_size(pdf, page))
        assert size == [595, 842]


@pytest.mark.parametrize("name", NAMES)
def test_foot_of_every_page(name: str):
    value = value_of(name)
    pdf = pdf_of(name)
    text = one_line(preview.text_of(pdf))
    total = preview.page_count(pdf)
    for page in range(1, total + 1):
        assert f"{page}/{total}쪽" in text
    assert (
        text.count(one_line(f"출력일시 2026-11-24 10:12:05 · 출력자 {value.facts.printed_by}"))
        == total
    )
    assert text.count(one_line(f"용도 {value.facts.purpose} · 내용 확인값")) == total
    assert text.count(f"내용확인값{fingerprint(value)[:12]}") == total
    assert text.count(one_line(f"{value.office.name} · 문서번호 {value.facts.number}")) == total


@pytest.mark.parametrize("name", NAMES)
def test_metadata_tells_the_real_date_and_no_person(name: str):
    value = value_of(name)
    told = metadata(pdf_of(name))
    assert told["/CreationDate"] == "D:20261124101205+09'00'"
    assert told["/ModDate"] == told["/CreationDate"]
    assert told["/Author"] == value.office.name
    assert "홍길동" not in "".join(told.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_paper_says_more_than_can_be_proven(name: str):
    text = one_line(preview.text_of(pdf_of(name)))
    assert not [words for words in NEVER if words in text]


@pytest.mark.parametrize("name", WITH_OTHER_WORDS)
def test_words_of_others_are_never_markup(name: str):
    value = with_all_strings(value_of(name), HOSTILE, kept_of(name))
    text = one_line(preview.text_of(press(value)))
    assert one_line('<b>굵게</b><img src="/etc/passwd"/>') in text
    assert "&lt;i&gt;" in text


@pytest.mark.parametrize("name", WITH_OTHER_WORDS)
def test_empty_words_break_nothing(name: str):
    value = with_all_strings(value_of(name), "", kept_of(name))
    assert preview.page_count(press(value)) >= 1


@pytest.mark.parametrize(
    "text", ["가나다라 " * 24, pytest.param("가" * 120, marks=pytest.mark.long)]
)
@pytest.mark.parametrize("name", [each for each in WITH_OTHER_WORDS if "ledger" not in str(each)])
def test_long_words_stay_on_the_paper(name: str, text: str):
    if name == "sample_table":
        text = text[:60]
    value = with_all_strings(value_of(name), text, kept_of(name))
    assert preview.page_count(press(value)) >= 1


def test_words_that_no_page_holds_are_refused_without_their_text():
    value = with_all_strings(value_of("sample_receipt"), "가나다라 " * 400)
    with pytest.raises(PaperTooLongError) as refused:
        press(value)
    assert refused.value.args == ()


def test_a_paper_that_does_not_fit_is_refused_without_its_words():
    sheet = Sheet(OFFICE, FACTS, "시험", "0" * 64)
    with pytest.raises(PaperTooLongError) as refused:
        compose(sheet, [Drawn(10, 5_000, lambda _: None)])
    assert refused.value.__cause__ is None
    assert refused.value.args == ()


@pytest.mark.parametrize("name", NAMES)
def test_what_cannot_be_printed_is_refused(name: str):
    value = with_all_strings(value_of(name), "홍\u9f98동", kept_of(name))
    with pytest.raises(GlyphMissingError) as refused:
        press(value)
    assert refused.value.code_points == (0x9F98,)


@pytest.mark.parametrize("name", NAMES)
def test_marks_stand_on_every_page(name: str):
    value = value_of(name)
    text = one_line(preview.text_of(pdf_of(name)))
    pages = preview.page_count(pdf_of(name))
    assert text.count("연습용") == (2 * pages if value.office.practice else 0)
    assert text.count("재발행") == (pages if value.facts.reissued else 0)
    assert text.count("최신여부미확인") == (pages if value.facts.marks else 0)


def test_values_and_press_are_cheap_to_import():
    code = "import sys, easycare_desktop.documents.press; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_changed_word_changes_the_print_hash():
    value = value_of("sample_answer")
    other = with_all_strings(value, "다른 말")
    assert fingerprint(value) != fingerprint(other)
    assert re.fullmatch(r"[0-9a-f]{64}", fingerprint(value))
