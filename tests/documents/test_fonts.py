import pytest

from easycare_desktop.documents import fonts
from easycare_desktop.documents.fonts import GlyphMissingError, check_glyphs, clean, missing_glyphs


def test_all_syllables_and_common_signs_print():
    syllables = "".join(chr(code) for code in range(0xAC00, 0xD7A4))
    assert missing_glyphs(syllables + "「」『』·…→~①⑭㈜㎡℃※©×÷≤½ㆍㄱㅎㅏㅣ鄭李") == set()


def test_our_own_signs_fill_what_the_font_lacks():
    assert missing_glyphs("☐☑☒✔㊞▸") == set()


def test_a_rare_character_is_found():
    assert missing_glyphs("김\U00020bb7동 \u9f98 \u260e") == {"\U00020bb7", "\u9f98", "\u260e"}


def test_the_refusal_carries_code_points_and_nothing_else():
    with pytest.raises(GlyphMissingError) as refused:
        check_glyphs("홍길동\u9f98\u9f98\u260e")
    assert refused.value.code_points == (0x260E, 0x9F98)
    assert "홍" not in str(refused.value)


def test_decomposed_syllables_are_put_together():
    decomposed = "\u1112\u1169\u11bc\u1100\u1175\u11af\u1103\u1169\u11bc"
    assert clean(decomposed) == "홍길동"
    assert missing_glyphs(decomposed) == set()


def test_invisible_characters_neither_print_nor_turn_the_line_around():
    assert clean("홍\u200b길\u202e동\ufeff") == "홍길동"


@pytest.mark.parametrize("space", ["\t", "\u3000", "\u2003", "\x00"])
def test_odd_spaces_become_one_space(space: str):
    assert clean(f"가{space}나") == "가 나"


@pytest.mark.parametrize("line_break", ["\r\n", "\n", "\r", "\u2028"])
def test_line_breaks_stay(line_break: str):
    assert clean(f"가{line_break}나") == "가\n나"


def test_an_empty_text_is_printable():
    assert missing_glyphs("") == set()


def test_font_files_lie_beside_their_licences():
    names = {path.name for path in fonts.FOLDER.iterdir()}
    assert {"LICENSE-PretendardGOV.txt", "LICENSE-EasyCareSymbols.txt"} <= names
