from collections import Counter
from dataclasses import replace

import pytest

from easycare_desktop.documents import preview
from easycare_desktop.documents.press import press
from tests.documents.papers import NAMES, one_line, pdf_of, sized_text, value_of
from tests.documents.samples.consents import sample_consent

BODY = 10.0
EMPHASIS = 12.0
FOOT_AND_HEAD = (70, 795)


def body_pieces(pdf: bytes) -> list[tuple[str, float, str]]:
    low, high = FOOT_AND_HEAD
    return [
        (text.strip(), round(size, 2), font)
        for text, size, font, height in sized_text(pdf)
        if low < height < high and text.strip()
    ]


def look_of(words: str, name: str = "sample_consent") -> set[tuple[float, bool]]:
    """Return size and boldness of every line that holds the words."""
    return {
        (size, font.endswith("Bold"))
        for text, size, font in body_pieces(pdf_of(name))
        if words in text
    }


def test_body_is_large_enough_for_older_readers():
    small = [piece for piece in body_pieces(pdf_of("sample_consent")) if piece[1] < BODY]
    assert {size for _, size, _ in small} == {8.0}
    assert set("".join(text for text, _, _ in small)) <= set("(서명 또는 인)")


def test_the_period_stands_out():
    assert look_of("5년 동안") == {(EMPHASIS, True)}
    assert look_of("2년") == {(EMPHASIS, True)}


def test_sensitive_items_stand_out():
    assert look_of("질병, 복용하는 약") == {(EMPHASIS, True)}
    assert look_of("외국인등록번호") == {(EMPHASIS, True)}


def test_receiver_and_its_purpose_stand_out():
    assert look_of("치매안심센터") == {(EMPHASIS, True)}
    assert look_of("진료와 복지") == {(EMPHASIS, True)}


def test_advertising_contact_stands_out():
    assert look_of("이용을 권하는") == {(EMPHASIS, True)}


def test_ordinary_items_do_not_stand_out():
    assert look_of("장기요양인정번호") == {(BODY, False)}


def test_emphasis_is_a_fifth_larger_than_the_body():
    body = Counter(size for _, size, font in body_pieces(pdf_of("sample_consent")) if "Reg" in font)
    usual, _ = body.most_common(1)[0]
    assert usual * 1.2 <= EMPHASIS


def test_nothing_is_ticked_on_a_blank_form():
    text = preview.text_of(pdf_of("sample_consent_blank"))
    assert text.count("☑") == 0
    assert text.count("☐") == 2 * 6 + 3


def test_only_what_was_recorded_is_ticked():
    text = preview.text_of(pdf_of("sample_consent"))
    assert text.count("☑") == 2
    assert "☑동의함" in one_line(text)
    assert "☑동의하지않음" in one_line(text)


def test_every_purpose_is_asked_apart():
    text = one_line(preview.text_of(pdf_of("sample_consent")))
    assert text.count("위내용에동의하십니까?") == 6
    assert "전체동의" not in text


def test_the_exact_wording_is_named():
    form = sample_consent()
    text = one_line(preview.text_of(pdf_of("sample_consent")))
    assert "동의서문구2026-1판(2026-09-11부터)" in text
    later = replace(form, blocks=(replace(form.blocks[0], text_version="2027-2"), *form.blocks[1:]))
    assert "(문구2027-2판)" in one_line(preview.text_of(press(later)))


def test_what_needs_no_consent_stands_apart_with_its_ground():
    text = one_line(preview.text_of(pdf_of("sample_consent")))
    assert "동의없이처리하는항목과그근거" in text
    assert "노인장기요양보험법제38조" in text


def test_signature_is_never_alone_on_its_page():
    for name in ("sample_consent", "sample_consent_blank"):
        pages = one_line(preview.text_of(pdf_of(name))).split("용도신청인에게교부")
        last = next(page for page in reversed(pages) if "받은직원" in page)
        assert "표시한대로" in last


KINDS_ALONE = [
    name for name in NAMES if name.startswith(("sample_consent_only", "sample_consent_legal"))
]


@pytest.mark.parametrize("name", KINDS_ALONE)
def test_every_form_of_one_kind_is_as_large(name: str):
    pieces = body_pieces(pdf_of(name))
    small = "".join(text for text, size, _ in pieces if size < BODY)
    assert set(small) <= set("(서명 또는 인)")
    periods = {row.period[:6] for block in value_of(name).blocks for row in block.rows}
    for period in periods:
        assert look_of(period, name) == {(EMPHASIS, True)}
    assert value_of(name).only is None or preview.page_count(pdf_of(name)) == 1


def test_the_form_of_a_representative_is_signed_by_the_representative():
    words = one_line(preview.text_of(pdf_of("sample_consent_legal")))
    assert "법정대리인홍가상(서명또는인)받은직원" in words
    assert "☑성년후견인" in words
