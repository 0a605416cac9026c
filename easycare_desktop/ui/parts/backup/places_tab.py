"""한눈에: whether the office is protected, and every place outside in one list."""

from datetime import date

from PySide6.QtWidgets import QWidget

from easycare_desktop.services.protection import PlaceKind, PlaceLine, Protection
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, full_card, holder
from easycare_desktop.ui.widgets.banner import BannerTone
from easycare_desktop.ui.wording.backup import (
    LOOKS,
    days_since,
    place_mark,
    protection_words,
    size_words,
)
from easycare_desktop.ui.wording.labels import label

_MOST = 5


class PlacesTab(QWidget):
    """A banner and a table; both say what was last seen of what is not at hand."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._today = date.min
        self.banner = kit.banner("info", "살펴보고 있습니다")
        self.banner.setObjectName("keys.protection")
        self.model: RowModel[PlaceLine] = RowModel(self._columns(), _row_id)
        self.table = kit.table(self.model, "이 PC 밖의 모든 곳", rows_shown=_MOST)
        self.table.setObjectName("keys.all_places")
        title = kit.text("열쇠와 백업이 있는 모든 곳", "lead")
        table = full_card(self.table, kit.cut_words(self.table), gap=0)
        self._full = holder(column(title, table, gap=8))
        self._none = card(
            kit.empty(
                "usb",
                "아직 정한 곳이 없습니다.",
                "「열쇠」와 「백업」에서 USB나 다른 디스크를 추가해 주세요.",
            )
        )
        self._pile = Pile([self._none, self._full], grow=False)
        self.setLayout(column(self.banner, self._pile, None, gap=14))

    def show_protection(self, found: Protection, today: date, *, looks: bool = False) -> None:
        """Show how the office stands; a PC that only looks is told to add nothing."""
        self._today = today
        title, lines = LOOKS if looks else protection_words(found, today)
        tone: BannerTone = "ok" if found.protected else "warn"
        self.banner.say("info" if looks else tone, title, *lines)
        self.model.show(found.places)
        self.table.show_height_of(max(1, min(_MOST, len(found.places))))
        self._pile.show_only(self._full if found.places else self._none)

    def _columns(self) -> tuple[Column[PlaceLine], ...]:
        return (
            Column("이름", _name),
            Column("보관 위치", _where, width=150),
            Column("마지막", self._when, width=190),
            Column("크기", _size, width=110),
            Column("상태", _state, width=140),
        )

    def _when(self, line: PlaceLine) -> Cell:
        at = f"{line.at:%Y-%m-%d %H:%M}" if line.at else ""
        return Cell(days_since(line.at, self._today), at)


def _row_id(line: PlaceLine) -> tuple[str, int]:
    return line.kind.value, line.id


def _name(line: PlaceLine) -> Cell:
    icon = "key-round" if line.kind is PlaceKind.KEYS else "database-backup"
    return Cell(
        line.label, f"{label(line.kind)} · {line.folder}", strong=True, icon=(icon, "muted")
    )


def _where(line: PlaceLine) -> Cell:
    if line.at is None and not line.at_hand:
        return Cell("모름")
    return Cell("이 PC 밖") if line.elsewhere else Cell("이 PC 안", "함께 잃을 수 있음")


def _size(line: PlaceLine) -> Cell:
    return Cell(size_words(line.size), right=True)


def _state(line: PlaceLine) -> Cell:
    return Cell(mark=Mark(*place_mark(line)))
