"""The kit: every widget of the house, made with the appearance it will follow.

A widget is loaded when the first one of its kind is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui import widgets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from easycare_desktop.ui.appearance import Appearance, Theme
    from easycare_desktop.ui.models import RowModel
    from easycare_desktop.ui.widgets.arrange import FormGrid, Scroll, Split
    from easycare_desktop.ui.widgets.banner import Banner, BannerTone, Empty
    from easycare_desktop.ui.widgets.bars import Bars, Swatch
    from easycare_desktop.ui.widgets.button import Button, Fit, Kind
    from easycare_desktop.ui.widgets.choice_strip import ChoiceStrip
    from easycare_desktop.ui.widgets.combo import Combo
    from easycare_desktop.ui.widgets.cut_words import CutWords
    from easycare_desktop.ui.widgets.date_field import DateField, Parse
    from easycare_desktop.ui.widgets.field import Field
    from easycare_desktop.ui.widgets.foot import Foot
    from easycare_desktop.ui.widgets.goes_stays import GoesStays, SideLine
    from easycare_desktop.ui.widgets.hangul_line_edit import HangulLineEdit, Typing
    from easycare_desktop.ui.widgets.hangul_text_edit import HangulTextEdit
    from easycare_desktop.ui.widgets.labels import Chip, ChipTone, KeyCap, Picture, Role, Text, Tone
    from easycare_desktop.ui.widgets.page_head import PageHead
    from easycare_desktop.ui.widgets.pair import Pair
    from easycare_desktop.ui.widgets.password_edit import PasswordEdit
    from easycare_desktop.ui.widgets.progress import Progress
    from easycare_desktop.ui.widgets.search_edit import SearchEdit
    from easycare_desktop.ui.widgets.steps import Steps
    from easycare_desktop.ui.widgets.table import Table
    from easycare_desktop.ui.widgets.tabs import Tabs
    from easycare_desktop.ui.widgets.task_row import TaskRow
    from easycare_desktop.ui.widgets.thumbs import Thumbs
    from easycare_desktop.ui.widgets.tick import CheckBox, RadioButton

C = TypeVar("C", bound=QWidget)
V = TypeVar("V")


class Kit:
    """Made once in the composition root and handed to every window."""

    def __init__(self, appearance: Appearance) -> None:
        self.appearance = appearance

    @property
    def theme(self) -> Theme:
        """The present theme: `roomy` below 125 %, `huge` from 175 %."""
        return self.appearance.theme

    @property
    def changed(self) -> SignalInstance:
        """Emitted after scheme or text size changed. House widgets follow without it."""
        return self.appearance.changed

    def text(
        self, words: str = "", role: Role = "body", tone: Tone = "", *, wrap: bool = False
    ) -> Text:
        return widgets.Text(words, role, tone, wrap=wrap)

    def chip(self, words: str, tone: ChipTone = "", width: int | None = None) -> Chip:
        return widgets.Chip(self.appearance, words, tone, width)

    def key_cap(self, words: str) -> KeyCap:
        return widgets.KeyCap(words)

    def picture(self, icon: str, colour: str = "muted", px: int = 20) -> Picture:
        return widgets.Picture(self.appearance, icon, colour, px)

    def pair(self, label: str, value: str = "", note: str = "") -> Pair:
        return widgets.Pair(label, value, note)

    def button(
        self,
        words: str,
        kind: Kind = "secondary",
        icon: str = "",
        *,
        fit: Fit = "normal",
        key: str = "",
        name: str = "",
        writes: bool | None = None,
    ) -> Button:
        button = widgets.Button
        return button(
            self.appearance, words, kind, icon, fit=fit, key=key, name=name, writes=writes
        )

    def choice(
        self, choices: Sequence[tuple[V, str]], value: V | None = None, *, optional: bool = False
    ) -> ChoiceStrip[V]:
        return widgets.ChoiceStrip(self.appearance, choices, value, optional=optional)

    def combo(self, choices: Sequence[tuple[V, str]], value: V | None = None) -> Combo[V]:
        return widgets.Combo(self.appearance, choices, value)

    def check(self, words: str, *, checked: bool = False) -> CheckBox:
        return widgets.CheckBox(self.appearance, words, checked=checked)

    def radio(self, words: str, *, checked: bool = False) -> RadioButton:
        return widgets.RadioButton(self.appearance, words, checked=checked)

    def tabs(self, names: Sequence[str], name: str) -> Tabs:
        return widgets.Tabs(names, name)

    def line_edit(
        self, value: str = "", hint: str = "", *, typing: Typing = "any", submits: bool = False
    ) -> HangulLineEdit:
        return widgets.HangulLineEdit(value, hint, typing=typing, submits=submits)

    def text_edit(self, value: str = "", hint: str = "", lines: int = 3) -> HangulTextEdit:
        return widgets.HangulTextEdit(self.appearance, value, hint, lines)

    def password_edit(self, hint: str = "", *, submits: bool = False) -> PasswordEdit:
        return widgets.PasswordEdit(self.appearance, hint, submits=submits)

    def search_edit(self, hint: str) -> SearchEdit:
        return widgets.SearchEdit(self.appearance, hint)

    def field(self, label: str, control: C, hint: str = "", *, required: bool = False) -> Field[C]:
        return widgets.Field(self.appearance, label, control, hint, required=required)

    def text_field(
        self,
        label: str,
        value: str = "",
        hint: str = "",
        *,
        example: str = "",
        typing: Typing = "any",
        required: bool = False,
    ) -> Field[HangulLineEdit]:
        edit = widgets.HangulLineEdit(value, example, typing=typing)
        return self.field(label, edit, hint, required=required)

    def date_field(
        self, label: str, parse: Parse, hint: str = "", *, required: bool = False
    ) -> DateField:
        return widgets.DateField(self.appearance, label, parse, hint, required=required)

    def form(self, columns: int = 3) -> FormGrid:
        return widgets.FormGrid(self.appearance, columns)

    def page_head(self, title: str, note: str = "", *actions: QWidget) -> PageHead:
        return widgets.PageHead(self.appearance, title, note, *actions)

    def foot(
        self,
        main: QWidget | None = None,
        *,
        others: Sequence[QWidget] = (),
        quiet: Sequence[QWidget] = (),
        note: str = "",
    ) -> Foot:
        return widgets.Foot(self.appearance, main, others=others, quiet=quiet, note=note)

    def scroll(self, inside: QWidget) -> Scroll:
        return widgets.Scroll(inside)

    def split(
        self,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int] = (1, 1),
        *,
        first: int = 0,
        side: int = 0,
    ) -> Split:
        return widgets.Split(self.appearance, left, right, shares, first=first, side=side)

    def banner(
        self, tone: BannerTone, title: str, *lines: str, action: QWidget | None = None
    ) -> Banner:
        return widgets.Banner(self.appearance, tone, title, *lines, action=action)

    def empty(
        self, icon: str, sentence: str, when: str = "", *actions: QWidget, colour: str = "muted"
    ) -> Empty:
        return widgets.Empty(self.appearance, icon, sentence, when, actions, colour)

    def steps(self, names: Sequence[str], now: int = 0) -> Steps:
        return widgets.Steps(self.appearance, names, now)

    def goes_stays(
        self,
        goes: Sequence[SideLine],
        stays: Sequence[SideLine],
        *,
        goes_chip: str = "",
        stays_chip: str = "",
        goes_foot: str = "",
        stays_foot: str = "",
        wells: bool = False,
        over: bool = False,
    ) -> GoesStays:
        return widgets.GoesStays(
            self.appearance,
            goes,
            stays,
            goes_chip=goes_chip,
            stays_chip=stays_chip,
            goes_foot=goes_foot,
            stays_foot=stays_foot,
            wells=wells,
            over=over,
        )

    def table(
        self,
        model: RowModel[V],
        name: str,
        *,
        two_lines: bool = True,
        listing: bool = False,
        rows_shown: int | None = None,
    ) -> Table[V]:
        how = {"two_lines": two_lines, "listing": listing}
        return widgets.Table(self.appearance, model, name, rows_shown=rows_shown, **how)

    def cut_words(self, table: Table[V], side: int = 12) -> CutWords:
        return widgets.CutWords(self.appearance, table, side)

    def task_row(
        self, chip: str, tone: ChipTone, what: str, who: str, when: str, action: str
    ) -> TaskRow:
        return widgets.TaskRow(self.appearance, chip, tone, what, who, when, action)

    def bars(self, labels: Sequence[str], going: Sequence[int], staying: Sequence[int]) -> Bars:
        return widgets.Bars(self.appearance, labels, going, staying)

    def progress(self, words: str = "") -> Progress:
        return widgets.Progress(self.appearance, words)

    def swatch(self, *, hatched: bool) -> Swatch:
        return widgets.Swatch(self.appearance, hatched=hatched)

    def thumbs(self) -> Thumbs:
        return widgets.Thumbs(self.appearance)
