"""The first page comes before the small pictures; a page without one can be turned to."""

from pytestqt.qtbot import QtBot

from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.parts.preview.page_store import PageStore
from easycare_desktop.ui.widgets import Kit
from tests.documents.papers import pdf_of

SAMPLE = "sample_cancel_b_blank"


def test_the_page_asked_for_comes_before_the_overview(qtbot: QtBot):
    background = ManualBackground()
    store = PageStore(background)
    came: list[object] = []
    store.opened.connect(lambda sizes: (came.append(len(sizes)), store.picture(0, 300)))
    store.ready.connect(lambda page: came.append(("page", page)))
    store.overview.connect(lambda thumbs: came.append([each.width() for each in thumbs]))
    store.open(pdf_of(SAMPLE))
    background.drain()
    assert came == [2, ("page", 0), [208, 208]]
    picture = store.at_hand(0)
    assert picture is not None
    assert picture.width() == 300


def test_a_page_without_a_small_picture_is_turned_to(qtbot: QtBot, kit: Kit):
    thumbs = kit.thumbs()
    qtbot.addWidget(thumbs)
    thumbs.turn(0)
    background = ManualBackground()
    store = PageStore(background)
    store.overview.connect(thumbs.show_pages)
    store.open(pdf_of(SAMPLE))
    background.drain()
    thumbs.turn(1)
    thumbs.turn(40)
    assert [thumb.isChecked() for thumb in thumbs.findChildren(type(thumbs._group.button(0)))] == [
        False,
        True,
    ]
