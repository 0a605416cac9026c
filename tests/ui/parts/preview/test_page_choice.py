"""Pages as people write them."""

import pytest

from easycare_desktop.ui.parts.preview.page_choice import PageChoiceError, pages_of


@pytest.mark.parametrize(
    ("text", "pages"),
    [("1", (0,)), ("1-3", (0, 1, 2)), ("3, 1", (0, 2)), ("2~4 1", (0, 1, 2, 3)), ("1 - 2", (0, 1))],
)  # fmt: skip
def test_pages_are_read(text: str, pages: tuple[int, ...]):
    assert pages_of(text, 5) == pages


@pytest.mark.parametrize("text", ["", "0", "6", "3-1", "a", "1-", "1-9"])
def test_other_text_is_refused(text: str):
    with pytest.raises(PageChoiceError):
        pages_of(text, 5)
