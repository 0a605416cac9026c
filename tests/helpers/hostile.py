"""Odd and hostile text, as it comes out of old programs, pasted pages and bad intentions."""

import unicodedata

from hypothesis import strategies as st

PIECES = (
    *("홍길동", "남궁 민수", "뷁", "ㅎㄱㄷ", "가"),
    *(unicodedata.normalize("NFD", "홍길동"), "ᄒᆞᆫ글", "ㆍ옛ᄒᆞᆫ글", "洪吉童", "㐂", "𠮷野"),
    *("<b>굵게</b>", "<img src=x onerror=1>", "{{7*7}}", "%s %n", "&amp;", "]]>", "\\u0000"),
    *(
        "=1+1",
        "=HYPERLINK(1)",
        "+82",
        "-1",
        "@SUM(A1)",
        "'",
        '"',
        ";",
        "--",
        "'; DROP TABLE x",
    ),
    *(
        "../../etc/passwd",
        "C:\\x",
        "\\\\server\\share",
        "CON",
        "a\x00b",
        "\x07",
        "\x1b[31m",
    ),
    *("\u202e거꾸로\u202c", "\u2066", "\u200b", "\u200d", "\ufeff", "\u00ad", "a\u0301", "\u0301"),
    *("👩‍👩‍👧‍👦", "🏠", "①", "㈜", "ﬁ", "Ａ１", "\u00a0", "\u3000", "\t", "\n", "\r\n", "\u2028"),
    *("\ud7ff", "\ue000", "\uffff", "𝕏", "é", "ß", "İ", "ſ"),
)
VERY_LONG = ("가" * 65_536, "a" * 65_536, "👩‍👩‍👧‍👦" * 4_000)


def hostile() -> st.SearchStrategy[str]:
    """Return a strategy of such texts: pieces side by side, anything at all, and 64 KB."""
    pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
    anything = st.text(max_size=40)
    return st.one_of(pieces, pieces, anything, st.sampled_from(VERY_LONG))


def one_line(text: str) -> str:
    """Return a text as a line is kept: composed, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def lines(text: str) -> str:
    """Return a text as several lines are kept: composed, blanks at the ends of lines gone."""
    kept = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    return "\n".join(each.rstrip() for each in kept).strip()
