"""The ways through a bad day: choose what was lost or who left, print a new sheet, renew."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.rights import Role
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.services.recovery import RecoveryState
from easycare_desktop.services.recovery_sheets import NewSheet, RecoverySheets, Renewed
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.keys.alarm import Alarm
from easycare_desktop.ui.parts.keys.hand_over_dialog import HandOverDialog
from easycare_desktop.ui.parts.keys.recovery_card import RecoveryCard
from easycare_desktop.ui.parts.keys.sheet_maker import SheetMaker
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit

_PURPOSE = {"lost": "보관처 분실", "hand_over": "책임자 변경", "sheet": "비상 열쇠 종이 바꾸기"}


class RecoveryDesk(QObject):
    """`done()` after a renewal, or after one that failed; `dialog` is the open one, if any.

    `card` and `alarm` are placed by the page.
    """

    done = Signal()

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        maker: SheetMaker,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._kit, self._services, self._messages = kit, services, messages
        self._background, self._maker = background, maker
        self._sheets = RecoverySheets(services.office)
        self._renew: Callable[[NewSheet], Renewed] | None = None
        self._window = window
        self._places: tuple[KeyPlaceView, ...] = ()
        self._unfinished = ""
        officer = services.office.actor.role is Role.OFFICER
        self.card = RecoveryCard(kit, may_change=officer)
        self.alarm = Alarm(kit, services.office.catalogue)
        self.card.lost.clicked.connect(self.place_lost)
        self.card.hand_over.clicked.connect(self.hand_over)
        self.card.go_on.clicked.connect(self.go_on)
        self.dialog: HouseDialog | None = None

    def show(self, state: RecoveryState, places: tuple[KeyPlaceView, ...]) -> None:
        """Show what was lost and what is missing."""
        self._places = places
        self.card.show_lost(state.lost)
        self.card.show_stopped(stopped=bool(state.unfinished))
        self._unfinished = state.unfinished
        self.alarm.show_missing(state.missing)

    @Slot()
    def place_lost(self) -> None:
        """Ask which place was lost, then make a new sheet."""
        if not self._places:
            self._messages.inform("잃어버릴 보관처가 없습니다", "등록한 열쇠 보관처가 없습니다.")
            return
        choices = [(place.id, f"{place.label} · {place.folder}") for place in self._places]
        place_id = self._messages.ask_choice("보관처 분실", "무엇을 잃어버렸나요?", choices)
        if place_id is None:
            return
        name = dict(choices)[place_id]
        lines = (
            f"「{name}」 보관처를 목록에서 빼고, 열쇠를 모두 새것으로 바꿉니다.",
            "새 비상 열쇠 종이를 만들고, 옛 종이는 파쇄합니다.",
        )
        if self._messages.confirm(
            Question("열쇠를 모두 새것으로 바꿀까요?", lines, "새 종이 만들기")
        ):
            renew = partial(self._services.recovery.place_lost, place_id)
            self._prepare(renew, "lost")

    @Slot()
    def hand_over(self) -> None:
        """Test the new officer, choose who leaves, then make a new sheet."""
        dialog = HandOverDialog(
            self._kit, self._services, self._messages, self._background, self._window
        )
        dialog.chosen.connect(self._leaves)
        self._open(dialog)

    @Slot()
    def go_on(self) -> None:
        """Finish what a stop has interrupted."""
        if self._unfinished:
            self._prepare(self._services.recovery.go_on, self._unfinished)

    @Slot(int)
    def _leaves(self, account_id: int) -> None:
        renew = partial(self._services.recovery.hand_over, account_id)
        self._prepare(renew, "hand_over")

    def _prepare(self, renew: Callable[[NewSheet], Renewed], purpose: str) -> None:
        self._renew = renew
        work = partial(self._sheets.prepare, _PURPOSE[purpose])
        self._background.run(work, self._prepared, self._failed)

    def _prepared(self, sheet: NewSheet) -> None:
        self._open(self._maker.dialog(sheet, self._window, self._exchange))

    @Slot(object)
    def _exchange(self, sheet: NewSheet) -> None:
        if self._renew is not None:
            self._background.run(partial(self._renew, sheet), self._renewed, self._failed)

    def _renewed(self, result: Renewed) -> None:
        self._renew = None
        behind = ", ".join(result.behind)
        last = f"{behind}: 꽂고 「지금 갱신하기」를 눌러 주세요." if behind else ""
        self._messages.inform(
            "열쇠를 모두 새것으로 바꾸었습니다",
            f"비상 열쇠 종이는 제{result.sheet}호입니다. 옛 종이는 바로 파쇄해 주세요.",
            *filter(None, (last,)),
        )
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "마치지 못했습니다", error)
        self.done.emit()

    def _open(self, dialog: HouseDialog) -> None:
        self.dialog = dialog
        dialog.open()
