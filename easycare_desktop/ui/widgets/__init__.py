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

from easycare_desktop.ui.widgets.arrange import FormGrid, Scroll, Split
from easycare_desktop.ui.widgets.banner import Banner, Empty
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.choice_strip import ChoiceStrip
from easycare_desktop.ui.widgets.combo import Combo
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
    card,
    column,
    frame,
    grid,
    holder,
    line,
    row,
    top,
    vline,
    well,
)
from easycare_desktop.ui.widgets.page_head import PageHead
from easycare_desktop.ui.widgets.pair import Pair
from easycare_desktop.ui.widgets.password_edit import PasswordEdit
from easycare_desktop.ui.widgets.search_edit import SearchEdit
from easycare_desktop.ui.widgets.steps import Steps
from easycare_desktop.ui.widgets.table import Table
from easycare_desktop.ui.widgets.task_row import TaskRow, group_head
from easycare_desktop.ui.widgets.thumbs import Thumbs
from easycare_desktop.ui.widgets.tick import CheckBox, RadioButton
from easycare_desktop.ui.widgets.toast import Notice, Toasts

__all__ = [
    "Banner",
    "Button",
    "CheckBox",
    "Chip",
    "ChoiceStrip",
    "Combo",
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
    "RadioButton",
    "Scroll",
    "SearchEdit",
    "SideLine",
    "Split",
    "Steps",
    "Table",
    "TaskRow",
    "Text",
    "Thumbs",
    "Toasts",
    "card",
    "column",
    "frame",
    "grid",
    "group_head",
    "holder",
    "line",
    "row",
    "spoken",
    "top",
    "vline",
    "well",
]
