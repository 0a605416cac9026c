"""All parts in three schemes and three text sizes: nothing cut, nothing small, all drawn."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance import Look, Scheme
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.widgets import Kit
from tests.helpers.gallery import Gallery
from tests.helpers.present import present

pytestmark = pytest.mark.look

LOOKS = [Look(scheme, percent) for scheme in Scheme for percent in (100, 150, 200)]


@pytest.fixture
def gallery(qtbot: QtBot, kit: Kit) -> Gallery:
    made = Gallery(kit)
    made.resize(1366, 768)
    present(qtbot, made)
    return made


# Each scheme and each size once; all of them together in the long run.
SHOWN = [
    pytest.param(
        look,
        marks=() if place // 3 == place % 3 else pytest.mark.long,
        id=f"{look.scheme.value}-{look.percent}",
    )
    for place, look in enumerate(LOOKS)
]


@pytest.mark.parametrize("look", SHOWN)
def test_every_part_is_whole_in_every_look(
    qtbot: QtBot, gallery: Gallery, look: Look, tmp_path: Path
):
    gallery.kit.appearance.wear(look)
    gallery.resize(1366, 690)
    qtbot.waitUntil(lambda: not clip_check(gallery), timeout=500)
    assert overlaps(gallery) == []
    picture = gallery.grab().toImage()
    assert picture.save(str(tmp_path / "gallery.png"))
    page = gallery.kit.theme.colour("page")
    assert picture.pixelColor(4, picture.height() // 2) == page
    assert len({picture.pixel(x, y) for x in range(0, 1366, 9) for y in range(0, 690, 9)}) > 20


@pytest.mark.parametrize("percent", [125, 175])
def test_the_steps_between_are_whole_too(qtbot: QtBot, gallery: Gallery, percent: int):
    gallery.kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(gallery), timeout=500)


def test_what_was_typed_stays_through_every_look(gallery: Gallery):
    gallery.name.control.setText("홍길동")
    gallery.wrong.set_error("끝에 한 자리가 모자랍니다.")
    for look in LOOKS[::4]:
        gallery.kit.appearance.wear(look)
    assert gallery.name.control.text() == "홍길동"
    assert gallery.wrong.error == "끝에 한 자리가 모자랍니다."
    assert gallery.table.current_row() is not None
