"""The house vocabulary of widgets. How to write a window with it: docs/windows.md.

The one way: a `Kit` travels. The composition root makes one `Appearance` and one `Kit` and
hands the kit to every window by constructor; a window makes each widget with it
(`kit.button("저장하기", "primary", key="F4")`) and arranges them with the plain functions below
(`row`, `column`, `card`, …). There is no global theme, no registry and no lookup.

Every house widget follows scheme and text size by itself while the program runs; windows are
not rebuilt, so nothing typed is lost. What must change its arrangement with the text uses
`kit.form` (columns), `kit.split` (two halves) or connects a `@Slot()` to `kit.changed`.

Words are always plain text. Colours are never set by a widget's own style sheet: the look of
a part is its dynamic property `part`, `kind`, `role`, `tone`, `fit` or `state`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from easycare_desktop.ui.widgets.arrange import FormGrid, Scroll, Split
    from easycare_desktop.ui.widgets.banner import Banner, Empty
    from easycare_desktop.ui.widgets.bars import Bars, Swatch
    from easycare_desktop.ui.widgets.button import Button
    from easycare_desktop.ui.widgets.choice_strip import ChoiceStrip
    from easycare_desktop.ui.widgets.combo import Combo
    from easycare_desktop.ui.widgets.cut_words import CutWords
    from easycare_desktop.ui.widgets.date_field import DateField, spoken
    from easycare_desktop.ui.widgets.dialog import HouseDialog
    from easycare_desktop.ui.widgets.field import Field
    from easycare_desktop.ui.widgets.focus_ring import FocusRing
    from easycare_desktop.ui.widgets.foot import Foot
    from easycare_desktop.ui.widgets.goes_stays import GoesStays, SideLine
    from easycare_desktop.ui.widgets.hangul_line_edit import HangulLineEdit
    from easycare_desktop.ui.widgets.hangul_text_edit import HangulTextEdit
    from easycare_desktop.ui.widgets.kit import Kit
    from easycare_desktop.ui.widgets.labels import Chip, KeyCap, Picture, Text
    from easycare_desktop.ui.widgets.layouts import (
        beside,
        card,
        column,
        filling,
        frame,
        full_card,
        grid,
        hide_unless,
        holder,
        line,
        row,
        vline,
        well,
    )
    from easycare_desktop.ui.widgets.page_head import PageHead
    from easycare_desktop.ui.widgets.pair import Pair
    from easycare_desktop.ui.widgets.password_edit import PasswordEdit
    from easycare_desktop.ui.widgets.progress import Progress
    from easycare_desktop.ui.widgets.search_edit import SearchEdit
    from easycare_desktop.ui.widgets.steps import Steps
    from easycare_desktop.ui.widgets.table import Table
    from easycare_desktop.ui.widgets.tabs import Tabs
    from easycare_desktop.ui.widgets.task_row import TaskRow, group_head
    from easycare_desktop.ui.widgets.thumbs import Thumbs
    from easycare_desktop.ui.widgets.tick import CheckBox, RadioButton
    from easycare_desktop.ui.widgets.toast import Notice, Toasts

__all__ = [
    "Banner",
    "Bars",
    "Button",
    "CheckBox",
    "Chip",
    "ChoiceStrip",
    "Combo",
    "CutWords",
    "DateField",
    "Empty",
    "Field",
    "FocusRing",
    "Foot",
    "FormGrid",
    "GoesStays",
    "HangulLineEdit",
    "HangulTextEdit",
    "HouseDialog",
    "KeyCap",
    "Kit",
    "Notice",
    "PageHead",
    "Pair",
    "PasswordEdit",
    "Picture",
    "Progress",
    "RadioButton",
    "Scroll",
    "SearchEdit",
    "SideLine",
    "Split",
    "Steps",
    "Swatch",
    "Table",
    "Tabs",
    "TaskRow",
    "Text",
    "Thumbs",
    "Toasts",
    "beside",
    "card",
    "column",
    "filling",
    "frame",
    "full_card",
    "grid",
    "group_head",
    "hide_unless",
    "holder",
    "line",
    "row",
    "spoken",
    "vline",
    "well",
]

_HOME = {
    "Banner": "banner",
    "Bars": "bars",
    "Button": "button",
    "CheckBox": "tick",
    "Chip": "labels",
    "ChoiceStrip": "choice_strip",
    "Combo": "combo",
    "CutWords": "cut_words",
    "DateField": "date_field",
    "Empty": "banner",
    "Field": "field",
    "FocusRing": "focus_ring",
    "Foot": "foot",
    "FormGrid": "arrange",
    "GoesStays": "goes_stays",
    "HangulLineEdit": "hangul_line_edit",
    "HangulTextEdit": "hangul_text_edit",
    "HouseDialog": "dialog",
    "KeyCap": "labels",
    "Kit": "kit",
    "Notice": "toast",
    "PageHead": "page_head",
    "Pair": "pair",
    "PasswordEdit": "password_edit",
    "Picture": "labels",
    "Progress": "progress",
    "RadioButton": "tick",
    "Scroll": "arrange",
    "SearchEdit": "search_edit",
    "SideLine": "goes_stays",
    "Split": "arrange",
    "Steps": "steps",
    "Swatch": "bars",
    "Table": "table",
    "Tabs": "tabs",
    "TaskRow": "task_row",
    "Text": "labels",
    "Thumbs": "thumbs",
    "Toasts": "toast",
    "beside": "layouts",
    "card": "layouts",
    "column": "layouts",
    "filling": "layouts",
    "frame": "layouts",
    "full_card": "layouts",
    "grid": "layouts",
    "group_head": "task_row",
    "hide_unless": "layouts",
    "holder": "layouts",
    "line": "layouts",
    "row": "layouts",
    "spoken": "date_field",
    "vline": "layouts",
    "well": "layouts",
}


def __getattr__(name: str) -> object:
    """Load a widget when it is asked for: the first window needs a few of them."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(name)
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
