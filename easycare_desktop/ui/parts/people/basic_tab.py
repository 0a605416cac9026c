"""The tab 기본: every item group that is stored, and why it is kept."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from easycare_desktop.domain.catalogue import ItemField, ItemGroup
from easycare_desktop.domain.consents import ConsentResult, current_lines
from easycare_desktop.domain.holdings import PASSED_ON, Holding
from easycare_desktop.domain.masking import covered_value, is_covered
from easycare_desktop.services.people import PeopleService, PersonCard
from easycare_desktop.ui.parts.people.form_task import TIES
from easycare_desktop.ui.parts.people.words import shown
from easycare_desktop.ui.parts.shared.day_words import long_day
from easycare_desktop.ui.widgets import Kit, Scroll, Text, column, frame, holder, row
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.signals import signal_words

NOT_SHOWN = frozenset({"consent_paper", "cancellation", "notice"})


class _Covered(QWidget):
    """A value that is covered until somebody asks for it: `uncovered(group, field)` then."""

    uncovered = Signal(str, str)

    def __init__(self, kit: Kit, group: str, item: ItemField, value: str) -> None:
        super().__init__()
        self._place = (group, item.code)
        self.setProperty("part", "inside")
        self._full = value
        self._value: Text = kit.text(covered_value(item, value), "value")
        self.button = kit.button("보기", "secondary", "eye", fit="row", name=f"{item.label} 보기")
        self.button.setObjectName(f"people.show.{item.code}")
        self.button.clicked.connect(self._uncover)
        line = row(self._value, self.button, None, gap=12)
        self.setLayout(column(kit.text(item.label, "caption"), line, None, gap=0))

    @Slot()
    def _uncover(self) -> None:
        self.uncovered.emit(*self._place)
        self._value.setText(self._full)
        self.button.hide()


class BasicTab(QWidget):
    """`clocks_wanted` when the banner's button is pressed. Each uncovering is recorded."""

    clocks_wanted = Signal()

    def __init__(self, kit: Kit, today: Callable[[], date], people: PeopleService) -> None:
        super().__init__()
        self._kit, self._today = kit, today
        self._people, self._shown = people, 0
        self.setProperty("part", "inside")
        self._scroll: Scroll = kit.scroll(QWidget())
        self.setLayout(column(self._scroll, gap=0))

    def show_card(
        self, card: PersonCard, groups: Sequence[ItemGroup], why: tuple[str, str]
    ) -> None:
        """Show what is stored about one person."""
        kit = self._kit
        self._shown = card.person.id
        stored = [
            group for group in groups if group.code in card.contents and group.code not in NOT_SHOWN
        ]
        box = column(margins=(20, 14, 20, 14), gap=12)
        if card.signals:
            box.addWidget(self._care(card))
        for place, group in enumerate(stored):
            box.addLayout(self._head(group, card.contents[group.code].holding))
            box.addWidget(self._pairs(group, card.contents[group.code].values))
            if place == 0:
                box.addWidget(self._why(why))
                box.addWidget(kit.text("함께 보기", "lead"))
                box.addWidget(self._near(card))
        box.addStretch(1)
        self._scroll.setWidget(holder(box))

    def _head(self, group: ItemGroup, held: Holding) -> QHBoxLayout:
        title = self._kit.text(group.label, "lead")
        if held.state in PASSED_ON:
            return row(title, None)
        chip = self._kit.chip(label(held.state), "warn")
        return row(title, chip, self._kit.text("인쇄·내보내기 멈춤", "caption"), None)

    def _care(self, card: PersonCard) -> QWidget:
        kit, words = self._kit, [signal_words(each, self._today()) for each in card.signals]
        title = f"챙길 것 {len(words)}가지"
        lines = [kit.text(each, wrap=True) for each in words]
        told = column(kit.text(title, "strong", "warn"), *lines, gap=2)
        icon = kit.picture("triangle-alert", "warn_text", 24)
        box = row(icon, margins=(14, 10, 12, 10), gap=12)
        box.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        box.addLayout(told, 1)
        banner = frame("banner", box, "warn")
        banner.setObjectName("people.signals")
        banner.setAccessibleName(", ".join((title, *words)))
        return banner

    def _why(self, why: tuple[str, str]) -> QWidget:
        button = self._kit.button("보유기간 보기", "secondary", fit="row")
        button.setObjectName("people.why.clocks")
        button.clicked.connect(self.clocks_wanted)
        banner = self._kit.banner("stay", "왜 갖고 있나요?", *why, action=button)
        banner.setObjectName("people.why")
        return banner

    def _pairs(self, group: ItemGroup, values: Mapping[str, str]) -> QWidget:
        form = self._kit.form(3)
        for item in group.fields:
            value = values.get(item.code, "")
            if not value or item.code in TIES:
                continue
            if is_covered(item):
                shown_later = _Covered(self._kit, group.code, item, value)
                shown_later.uncovered.connect(self._note)
                form.add(shown_later)
            else:
                wide = 3 if len(value) > 30 else 1
                form.add(self._kit.pair(item.label, shown(item, value)), span=wide)
        return form

    def _near(self, card: PersonCard) -> QWidget:
        kit, form = self._kit, self._kit.form(3)
        family = card.guardians or card.recipients
        word = "주 보호자" if card.guardians else "수급자"
        first = family[0] if family else None
        if first is not None:
            form.add(kit.pair(word, first.name, first.phone))
        lines = current_lines(list(card.consents)).values()
        given = len(card.agreed)
        gone = sum(line.result is ConsentResult.WITHDRAWN for line in lines)
        form.add(kit.pair("동의", f"받은 동의 {given}", f"철회한 동의 {gone}" if gone else ""))
        person = card.person
        form.add(kit.pair("등록한 날", long_day(person.registered_on)))
        if person.ended_on is not None:
            reason = label(person.ending) if person.ending else ""
            form.add(kit.pair("끝난 날", long_day(person.ended_on), reason))
        return form

    @Slot(str, str)
    def _note(self, group: str, field: str) -> None:
        self._people.note_shown(self._shown, group, field)
