"""What makes layout quick changes nothing of it: pieces, widths and pages are the library's own."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph

from easycare_desktop.documents import fonts, preview
from easycare_desktop.documents.layout import paragraphs
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.page import Sheet, pages_of
from easycare_desktop.documents.layout.paragraphs import paragraphs_kept
from easycare_desktop.documents.layout.parts import gap, sentence
from easycare_desktop.documents.layout.text import (
    Markup,
    fixed,
    grey,
    join,
    lines,
    para,
    plain,
    sized,
    strong,
    style,
    ticks,
)
from easycare_desktop.documents.papers import consent_form
from easycare_desktop.documents.quick_font import QuickFont
from tests.documents.samples.consents import sample_consent
from tests.documents.samples.notices import sample_answer

ANY = st.text(st.sampled_from("가나 \n\u00a0ab<>&\"'1☐☑"), max_size=12)
MARKUP: st.SearchStrategy[Markup] = st.recursive(
    st.one_of(ANY.map(plain), ANY.map(strong), ANY.map(grey)),
    lambda inner: st.one_of(
        st.builds(lines, inner, inner),
        st.builds(partial(join, by="  "), inner, inner),
        st.builds(sized, inner, st.just(12.0)),
        st.builds(lambda words: ticks((words, True), (words, False)), ANY),
    ),
    max_leaves=4,
)


def read(paragraph: Paragraph) -> list[dict[str, object]]:
    return [vars(piece) for piece in paragraph.frags]


@settings(deadline=None, max_examples=60)
@given(MARKUP)
def test_a_markup_is_read_as_the_library_reads_it(markup: Markup):
    how = style(10)
    assert read(para(markup, how)) == read(Paragraph(markup, how))


def test_equal_paragraphs_share_their_lines_and_are_forgotten():
    words = plain("가나다라 마바사 " * 12)
    with paragraphs_kept():
        first, second = para(words), para(words)
        assert first is not second
        assert first.wrap(90, 1e6) == second.wrap(90, 1e6)
        assert first.blPara is second.blPara
        wide = second.wrap(300, 1e6)
        assert wide[1] < first.wrap(90, 1e6)[1]
        assert len(second.blPara.lines) < len(first.blPara.lines)
    assert paragraphs._kept.get() is None
    alone = para(words)
    assert alone.wrap(300, 1e6) == wide
    assert alone.blPara is not second.blPara


def test_a_text_is_as_wide_as_the_library_says():
    path = str(fonts.FOLDER / "PretendardGOV-Regular.ttf")
    ours, theirs = QuickFont("Quick", path), TTFont("Plain", path)
    for text in ("", "홍길동", "AV To. 가\u00a0나", "\U0001f600 없는 글자", "①㊞☐"):
        assert ours.stringWidth(text, 10.5) == theirs.stringWidth(text, 10.5)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_the_first_story_that_fits_is_drawn(most: int):
    value = sample_answer()
    sheet = Sheet(value.office, value.facts, "시험", "0" * 64)
    tellers = [partial(_many_lines, number) for number in (120, 60, 20)]
    counted = [pages_of(sheet, tell()) for tell in tellers]
    assert counted == [4, 2, 1]
    fitting = next(pages for pages in counted if pages <= most)
    assert preview.page_count(compose_within(sheet, tellers, most)) == fitting


def _many_lines(number: int) -> list[object]:
    return [sentence(plain(f"{each}째 줄")) for each in range(number)]


@pytest.mark.parametrize("blocks", [5, 6, 7, 8, 10, 12])
def test_a_closer_setting_is_left_out_only_where_it_spares_no_page(blocks: int):
    form = sample_consent()
    value = replace(form, blocks=(form.blocks * 2)[:blocks])
    sheet = Sheet(value.office, value.facts, "제목", "0" * 64)
    tellers = [partial(consent_form.story_of, value, sheet.width, pad) for pad in consent_form.PADS]
    closer = [consent_form.PADS[0] - consent_form.PADS[1]]
    assert compose_within(sheet, tellers, closer=closer) == compose_within(sheet, tellers)


def test_what_cannot_spare_a_page_is_not_told():
    value = sample_consent()
    sheet = Sheet(value.office, value.facts, "제목", "0" * 64)
    told = []

    def tell(pad: float) -> list[Flowable]:
        told.append(pad)
        return [gap(225) for _ in range(5)]

    compose_within(sheet, [partial(tell, 4.2), partial(tell, 4.0)], closer=[0.2])
    assert told == [4.2]
    compose_within(sheet, [partial(tell, 4.2), partial(tell, 0.0)], closer=[90.0])
    assert told == [4.2, 4.2, 0.0]


def test_what_the_form_says_itself_is_read_once_and_nothing_else_is_kept():
    label, name = plain("이 시험만의 이름표"), plain("가나다라마바사")
    first, second = fixed(label), fixed(label)
    assert first is not second
    assert first.pieces is second.pieces
    para(name)
    kept = {markup for markup, _ in paragraphs._printed}
    assert label in kept
    assert name not in kept
