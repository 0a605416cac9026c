"""열쇠: the key places, the recovery sheet, where the office lies and what locks it."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.rights import Right, Role
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.former_places import FormerPlace
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.services.recovery import RecoveryState
from easycare_desktop.services.recovery_sheets import NewSheet, RecoverySheets, Renewed
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.keys.facts_cards import SheetCard, guards_card, office_card
from easycare_desktop.ui.parts.keys.judged_folder import JudgedFolder, accepted, judge
from easycare_desktop.ui.parts.keys.place_card import PlaceCard
from easycare_desktop.ui.parts.keys.place_desk import PlaceDesk
from easycare_desktop.ui.parts.keys.recovery_desk import RecoveryDesk
from easycare_desktop.ui.parts.keys.sheet_maker import SheetMaker
from easycare_desktop.ui.parts.preview.printing import Printing
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, hide_unless, holder, row
from easycare_desktop.ui.wording.places import behind_words, old_sheet_words

_FAILED = "마치지 못했습니다"
_USUAL_NAME = "열쇠 보관처"
_SHEET_PURPOSE = "비상 열쇠 종이 바꾸기"


@dataclass(frozen=True, slots=True)
class _Seen:
    places: tuple[KeyPlaceView, ...]
    former: tuple[FormerPlace, ...]
    sheet: int
    old_sheet: tuple[str, ...]
    recovery: RecoveryState


class KeysTab(QWidget):
    """Everything about keys in one place. `changed()`: a place was added, renewed or struck off."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        printing: Printing | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._services = services
        self._messages, self._background = messages, background
        self._maker = SheetMaker(kit, messages, background, printing)
        self._sheets = RecoverySheets(services.office)
        self._may_change = services.office.actor.may(Right.KEY_PLACES)
        self.places = PlaceCard(kit, may_change=self._may_change)
        officer = services.office.actor.role is Role.OFFICER
        self.sheet = SheetCard(kit, may_change=officer)
        self.recovery = RecoveryDesk(kit, services, messages, background, self._maker, self)
        self.desk = PlaceDesk(services, messages, background, self.places, self)
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        office = self._services.office
        self.add = kit.button("보관처 추가하기", "secondary", "plus", key="F2")
        self.update_all = kit.button("지금 갱신하기", "secondary", "refresh-cw", writes=True)
        self.add.setObjectName("keys.add")
        self.update_all.setObjectName("keys.update")
        for button in (self.add, self.update_all):
            hide_unless(button, self._may_change)
        left = column(self.places, guards_card(kit), None, gap=16)
        facts = office_card(kit, office.info, office.keys.generation)
        right = column(self.sheet, self.recovery.card, facts, None, gap=16)
        presses = row(None, self.add, self.update_all)
        split = kit.split(holder(left), holder(right), side=388)
        self.setLayout(column(self.recovery.alarm, presses, split, None, gap=12))

    def _listen(self) -> None:
        self.add.clicked.connect(self.add_place)
        self.update_all.clicked.connect(self.update_places)
        self.desk.changed.connect(self.changed)
        self.sheet.renew.clicked.connect(self.renew_sheet)
        self.recovery.done.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Look at the places again."""
        self._background.run(self._read, self._show, self._failed)

    @Slot()
    def add_place(self) -> None:
        """Ask for a folder and its name, then write the newest keys there at once."""
        folder = self._messages.choose_folder("열쇠를 둘 USB나 폴더")
        if folder is None:
            return
        self._busy(busy=True)
        work = partial(judge, folder, self._services.office.info.folder)
        self._background.run(work, self._judged, self._failed)

    def _judged(self, found: JudgedFolder) -> None:
        self._busy(busy=False)
        if not accepted(found, self._messages):
            return
        label = self._messages.ask_text(
            "보관처 이름", "찾기 쉬운 이름을 적어 주세요.", _USUAL_NAME, "예: 금고 USB"
        )
        if label is None:
            return
        self._busy(busy=True)
        work = partial(self._services.key_places.add, label, found.folder)
        self._background.run(work, self._added, self._failed)

    @Slot()
    def update_places(self) -> None:
        """Bring every place that is connected up to date."""
        self._busy(busy=True)
        self._background.run(self._services.key_places.refresh_all, self._updated, self._failed)

    @Slot()
    def renew_sheet(self) -> None:
        """Prepare a new sheet; it opens nothing before it was typed back."""
        self._busy(busy=True)
        work = partial(self._sheets.prepare, _SHEET_PURPOSE)
        self._background.run(work, self._prepared, self._failed)

    def _read(self) -> _Seen:
        places = tuple(self._services.key_places.states())
        former = tuple(self._services.former_places.all())
        old = self._services.old_sheets.where(places)
        return _Seen(places, former, self._sheets.number, old, self._services.recovery.state())

    def _show(self, seen: _Seen) -> None:
        self._busy(busy=False)
        self.update_all.setEnabled(bool(seen.places))
        self.places.show_places(seen.places, seen.former)
        self.sheet.show_number(seen.sheet, seen.recovery.openings, seen.old_sheet)
        self.recovery.show(seen.recovery, seen.places)

    def _added(self, place: KeyPlaceView) -> None:
        self._messages.toast(f"「{place.label}」에 열쇠를 넣었습니다.")
        self.changed.emit()

    def _updated(self, places: list[KeyPlaceView]) -> None:
        if behind := behind_words(places):
            self._messages.inform("갱신하지 못한 곳이 있습니다", *behind)
        else:
            self._messages.toast("모든 보관처를 갱신했습니다.")
        self.changed.emit()

    def _prepared(self, sheet: NewSheet) -> None:
        self._busy(busy=False)
        self.dialog = self._maker.dialog(sheet, self, self._exchange)
        self.dialog.open()

    @Slot(object)
    def _exchange(self, sheet: NewSheet) -> None:
        self._busy(busy=True)
        work = partial(self._services.recovery.exchange, sheet)
        self._background.run(work, self._exchanged, self._failed)

    def _exchanged(self, done: Renewed) -> None:
        self._messages.inform(
            f"비상 열쇠 종이를 제{done.sheet}호로 바꾸었습니다",
            "열쇠도 모두 새것으로 바꾸었습니다. 옛 종이는 바로 파쇄해 주세요.",
            *((old_sheet_words(done.behind),) if done.behind else ()),
        )
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._busy(busy=False)
        tell_error(self._messages, _FAILED, error)

    def _busy(self, *, busy: bool) -> None:
        for button in (self.add, self.update_all, self.sheet.renew):
            button.setEnabled(not busy)
