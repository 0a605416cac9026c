"""The look changes while the program runs, and everything hears of it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop import ui
from easycare_desktop.ui.appearance import Appearance, Look, Scheme
from easycare_desktop.ui.appearance.fonts import FontNotLoadedError, load_fonts
from easycare_desktop.ui.appearance.tokens import load_tokens
from easycare_desktop.ui.widgets import Kit, column
from tests.conftest import RESOURCES
from tests.helpers.present import present

pytestmark = pytest.mark.look


def test_text_sizes_stop_at_both_ends():
    assert Look(percent=100).smaller() == Look(percent=100)
    assert Look(percent=200).larger() == Look(percent=200)
    assert Look(percent=125).larger().percent == 150
    assert Look(percent=130).smaller().percent == 125
    with pytest.raises(ValueError, match="201"):
        Look(percent=201)


def test_a_change_is_told_once(qtbot: QtBot, appearance: Appearance):
    heard: list[int] = []

    def hear() -> None:
        heard.append(appearance.look.percent)

    appearance.changed.connect(hear)
    appearance.set_percent(150)
    appearance.set_percent(150)
    appearance.changed.disconnect(hear)
    assert heard == [150]


def test_only_the_text_part_of_a_height_grows(appearance: Appearance):
    assert appearance.theme.size("control") == 44
    appearance.set_percent(200)
    assert appearance.theme.size("control") == 68
    assert appearance.theme.type("body") == 32


def test_the_bundled_font_is_used_in_all_weights(appearance: Appearance):
    for weight in ("regular", "medium", "semibold", "bold"):
        info = QFontInfo(appearance.theme.font("body", weight))
        assert info.family() == "Pretendard GOV"
        assert info.weight() == appearance.theme.tokens.weight[weight]


def test_icons_take_the_colour_of_the_scheme(appearance: Appearance):
    light = appearance.pixmap("check", "accent").toImage()
    appearance.set_scheme(Scheme.DARK)
    dark = appearance.pixmap("check", "accent").toImage()
    assert light != dark
    with pytest.raises(FileNotFoundError):
        appearance.pixmap("no-such-icon")


def test_every_icon_has_its_licence_beside_it():
    assert (RESOURCES / "icons" / "LICENSE").is_file()


def test_widgets_follow_without_being_made_anew(qtbot: QtBot, kit: Kit):
    edit, chip, tick = kit.line_edit("홍길동"), kit.chip("오늘", "warn", 60), kit.check("양면")
    for widget in (edit, chip, tick):
        present(qtbot, widget)
    kit.appearance.wear(Look(Scheme.DARK, 200))
    assert edit.text() == "홍길동"
    assert edit.sizeHint().height() == 68
    assert chip.width() == 120
    assert tick.sizeHint().height() == 68


def test_a_folder_without_fonts_is_refused(tmp_path: Path):
    with pytest.raises(FontNotLoadedError):
        load_fonts(tmp_path)
    (tmp_path / "broken.ttf").write_bytes(b"no font")


def test_schemes_must_carry_the_same_names(tmp_path: Path):
    tokens = (RESOURCES / "style" / "tokens.toml").read_text("utf-8")
    broken = tmp_path / "tokens.toml"
    broken.write_text(tokens.replace('ink = "#0E1A2E"', ""), "utf-8")
    with pytest.raises(ValueError, match="same names"):
        load_tokens(broken)


def test_every_window_of_its_own_is_dressed():
    rooms = Path(ui.__file__).parent
    texts = {each.name: each.read_text("utf-8") for each in rooms.rglob("*.py")}
    titled = {name for name, text in texts.items() if "setWindowTitle(" in text}
    assert {"login_window.py", "shell.py", "small_window.py", "dialog.py"} <= titled
    assert {name for name in titled if "appearance.dress(self)" not in texts[name]} == set()


def test_what_a_window_takes_in_is_dressed_with_it(qtbot: QtBot, kit: Kit):
    window, alone = QWidget(), kit.line_edit("홍길동")
    qtbot.addWidget(window)
    kit.appearance.dress(window)
    bare = alone.sizeHint().height()
    window.setLayout(column(alone))
    assert bare < alone.sizeHint().height() == kit.theme.size("control")
