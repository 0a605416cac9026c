"""Every pair of colours that meets on the screen, measured from the tokens."""

import re

import pytest

from easycare_desktop.ui.appearance import Appearance, Look, Scheme, Theme
from easycare_desktop.ui.appearance.contrast import (
    SHAPE_GOAL,
    SHAPE_PAIRS,
    TEXT_GOAL,
    TEXT_PAIRS,
    ratio,
)
from easycare_desktop.ui.appearance.stylesheet import render
from tests.conftest import RESOURCES

pytestmark = pytest.mark.look

STYLE = (RESOURCES / "style" / "house.qss").read_text("utf-8")


@pytest.fixture(params=Scheme, ids=[scheme.value for scheme in Scheme])
def theme(request: pytest.FixtureRequest, appearance: Appearance) -> Theme:
    return Theme(appearance.theme.tokens, Look(request.param))


def weak(theme: Theme, pairs: tuple[tuple[str, str], ...], goal: float) -> list[str]:
    measured = [(one, other, ratio(theme.code(one), theme.code(other))) for one, other in pairs]
    return [f"{one} on {other}: {value:.1f}" for one, other, value in measured if value < goal]


def test_text_stands_out_seven_to_one(theme: Theme):
    assert weak(theme, TEXT_PAIRS, TEXT_GOAL) == []


def test_shapes_stand_out_three_to_one(theme: Theme):
    assert weak(theme, SHAPE_PAIRS, SHAPE_GOAL) == []


def test_the_measure_is_right_and_finds_weak_pairs(theme: Theme):
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert weak(theme, (("page", "page"),), TEXT_GOAL) == ["page on page: 1.0"]


def test_every_place_of_the_stylesheet_is_filled(theme: Theme):
    assert not re.search(r"\$\{[a-z]\.[a-z0-9]", render(STYLE, theme))
    with pytest.raises(KeyError):
        render("${c.no_such_colour}", theme)
