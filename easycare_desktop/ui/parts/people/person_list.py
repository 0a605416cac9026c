"""The list of 기초자료: found while typing, also while a syllable is being composed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.people_search import PeopleSearch, found_pieces
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.models import Cell, Column, Mark
from easycare_desktop.ui.parts.people.count_words import CountWords
from easycare_desktop.ui.parts.people.found_model import FoundModel
from easycare_desktop.ui.parts.people.list_choice import ListChoice
from easycare_desktop.ui.parts.people.list_foot import ListFoot
from easycare_desktop.ui.parts.people.perhaps import Perhaps
from easycare_desktop.ui.parts.people.words import second_line, status, strip_of
from easycare_desktop.ui.widgets import Kit, column, holder, line, row

_PAUSE = 250
_SETTLED = 250
_FEW = 3
_ALL_ALIKE = 2


class PersonList(QFrame):
    """`opened(person_id)` when somebody is chosen by Enter, click, or by staying on the row."""

    opened = Signal(object)

    def __init__(
        self,
        search: PeopleSearch,
        kinds: Sequence[PersonKind],
        kit: Kit,
        background: Background,
    ) -> None:
        super().__init__()
        self._strip = strip_of(kinds)
        self._search, self._typed, self._kit = search, "", kit
        self._sort = Sort.NAME
        self.choice = ListChoice(search, background, self)
        self.choice.taken.connect(self._find_again)
        self.choice.late.connect(self._tell_late)
        self._model = FoundModel(Column("", self._cell), self)
        self._perhaps_timer = self._timer(_PAUSE)
        self._perhaps_timer.timeout.connect(self._show_perhaps)
        self._settle_timer = self._timer(_SETTLED)
        self._settle_timer.timeout.connect(self._settle)
        self._build(kit)

    def _timer(self, pause: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        return timer

    def _build(self, kit: Kit) -> None:
        self.setProperty("part", "card")
        self.search = kit.search_edit("이름, 초성, 번호로 찾기")
        self.search.setObjectName("people.search")
        self.search.submits = True
        self.search.live_text_changed.connect(self._find)
        self.search.submitted.connect(self._open_first)
        self.search.installEventFilter(self)
        self.kinds = kit.choice(self._strip, ())
        self.kinds.setObjectName("people.kinds")
        self.kinds.setAccessibleName("누구를 볼까요")
        self.kinds.chosen.connect(self._choose_kind)
        if len(self._strip) <= _ALL_ALIKE:
            self.kinds.hide()
        parts = (self.search, self.kinds, *self._counted(kit))
        top = column(*parts, margins=(14, 14, 14, 4), gap=10)
        self.table = kit.table(self._model, "찾은 사람", listing=True)
        self.table.setObjectName("people.list")
        self.table.opened.connect(self._open_row)
        self.table.clicked.connect(self._click)
        self.table.chosen.connect(self._chosen)
        self.perhaps = Perhaps(kit)
        self.perhaps.opened.connect(self.opened)
        self.perhaps.hide()
        self.foot = ListFoot(kit)
        self._box = column(top, line(), self.table, self.perhaps, None, margins=(1, 1, 1, 8), gap=0)
        self._box.setStretch(2, 1000)
        self.setLayout(self._box)
        kit.changed.connect(self._place_foot)
        self._place_foot()

    @Slot()
    def _place_foot(self) -> None:
        """Below the list where it is narrow, else beside the count: the text is large then."""
        place = self._box if self._kit.theme.roomy else self._count_row
        self._count_row.removeWidget(self.foot)
        self._box.removeWidget(self.foot)
        place.addWidget(self.foot)

    def _counted(self, kit: Kit) -> tuple[QHBoxLayout, QWidget]:
        self.count = CountWords(kit)
        self.count.setObjectName("people.count")
        self.order = kit.button("보기: 이름순", "quiet", "filter", fit="row", name="목록 보기")
        self.order.setObjectName("people.order")
        self._count_row = row(self.count, self.order)
        self._view_words = kit.text("", "label", wrap=True)
        self._view_words.setObjectName("people.view")
        self.clear_view = kit.button("풀기", "quiet", "x", fit="row", name="거른 것 풀기")
        self.clear_view.setObjectName("people.clear_view")
        narrowed = row(gap=8)
        narrowed.addWidget(self._view_words, 1)
        narrowed.addWidget(self.clear_view)
        self._narrowed = holder(narrowed)
        self._narrowed.hide()
        return self._count_row, self._narrowed

    @property
    def model(self) -> FoundModel:
        """What is shown."""
        return self._model

    def refresh(self) -> None:
        """Look again whom the view shows, and search for what is typed."""
        self.choice.ask(self.kinds.value() or ())

    def tell_view(self, order: str, words: str, sort: Sort) -> None:
        """Say in which order the list stands, and how it is narrowed."""
        self._sort = sort
        self.order.say(f"보기: {order}", f"목록 보기, {order}")
        self._view_words.setText(words)
        self._narrowed.setVisible(bool(words))

    def strip_values(self) -> tuple[tuple[PersonKind, ...], ...]:
        """Return the kinds that the strip offers."""
        return tuple(kinds for kinds, _ in self._strip)

    def search_for(self, typed: str) -> None:
        """Search for a text that was typed elsewhere."""
        self.search.setText(typed)
        self._find(typed)

    def choose(self, person_id: int) -> None:
        """Mark somebody in the list, without opening."""
        self._settle_timer.stop()
        self.table.blockSignals(True)
        self.table.choose(person_id)
        self.table.blockSignals(False)

    @Slot()
    def _find_again(self) -> None:
        self._find(self.search.live_text())

    @Slot()
    def _tell_late(self) -> None:
        """Nothing moves until the new list is there; in large type there is room for two words."""
        self.count.say("고르는 중", "새 목록을 만듭니다")

    @Slot(str)
    def _find(self, live: str) -> None:
        self._typed = live.strip()
        found = self._search.find(self._typed, self.choice.kinds, self.choice.chosen)
        self._settle_timer.stop()
        self._model.show(found)
        self.foot.show_lines(found)
        self.table.setVisible(bool(found))
        self.table.viewport().update()
        self.count.say(f"{len(found):,}명", f"찾는 말 {self._typed}" if self._typed else "")
        self.perhaps.hide()
        if self._typed and len(found) < _FEW:
            self._perhaps_timer.start()
        else:
            self._perhaps_timer.stop()

    @Slot(object)
    def _choose_kind(self, _kinds: object) -> None:
        self.refresh()

    @Slot()
    def _show_perhaps(self) -> None:
        shown = {each.id for each in self._model.rows}
        near = self._search.perhaps(self._typed, self.choice.kinds)
        self.perhaps.show_lines(
            [each for each in near if each.id not in shown], found=bool(self._model.rows)
        )

    @Slot()
    def _open_first(self) -> None:
        if self._model.rows:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.choose(self._model.rows[0].id)
            self.opened.emit(self._model.rows[0].id)

    @Slot(object)
    def _open_row(self, person: PersonLine) -> None:
        self._settle_timer.stop()
        self.opened.emit(person.id)

    @Slot()
    def _click(self) -> None:
        person = self.table.current_row()
        if person is not None:
            self._open_row(person)

    @Slot(object)
    def _chosen(self, person: PersonLine | None) -> None:
        if person is not None and self.table.hasFocus():
            self._settle_timer.start()

    @Slot()
    def _settle(self) -> None:
        person = self.table.current_row()
        if person is not None:
            self.opened.emit(person.id)

    def _second(self, person: PersonLine) -> str:
        if self._sort is Sort.VALID_UNTIL and person.valid_until:
            return f"{second_line(person)} · {person.valid_until}까지"
        return second_line(person)

    def _cell(self, person: PersonLine) -> Cell:
        return Cell(
            person.name,
            self._second(person),
            strong=True,
            mark=Mark(*status(person.person, died=person.died)),
            matched=found_pieces(person.name, self._typed),
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.search.commit()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.choose_first()
            return True
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle_timer.stop()
        self._perhaps_timer.stop()
