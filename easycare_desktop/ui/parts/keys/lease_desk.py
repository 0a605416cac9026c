"""The way back of an office that was handed over: from the stick, at once or with a password."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.lease import LeaseService, LeaseView
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.day_words import long_day
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets.look_only_band import LookOnlyBand

_CHOOSE = "넘길 때 쓴 USB나 폴더 고르기"
_FAILED = "가져오지 못했습니다"
_BACK = "이 PC에서 다시 적습니다."


class LeaseDesk(QObject):
    """Shows the band. `take_over_wanted(path)`: another PC has written since, and hands it over."""

    take_over_wanted = Signal(object)
    changed = Signal()

    def __init__(
        self,
        services: Services,
        band: LookOnlyBand,
        messages: Messages,
        background: Background,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._band, self._messages, self._background = band, messages, background
        self._office = services.office
        self._lease = LeaseService(services.office, services.backup_targets, services.backup)
        band.back_wanted.connect(self.take_back)

    @Slot()
    def show(self) -> None:
        """Show the band where this PC only looks."""
        if not self._office.looks_only:
            self._band.lift()
            return
        self._background.run(self._lease.state, self._say, self._failed)

    def _say(self, view: LeaseView) -> None:
        if view.given_at is not None:
            day = long_day(view.given_at.date())
            self._band.show_words(f"{day}에 「{view.place}」에 담아 다른 PC로 넘겼습니다.")

    @Slot()
    def take_back(self) -> None:
        """Ask for the stick, and see what it says."""
        folder = self._messages.choose_folder(_CHOOSE)
        if folder is not None:
            work = partial(_look, self._lease, folder)
            self._background.run(work, self._looked, self._failed)

    def _looked(self, found: tuple[Path, bool]) -> None:
        folder, taken_back = found
        if not taken_back:
            self.take_over_wanted.emit(folder)
            return
        self.show()
        self._messages.toast(_BACK)
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, _FAILED, error)


def _look(lease: LeaseService, folder: Path) -> tuple[Path, bool]:
    """Take the office back where nobody has it; tell whether that was so."""
    ours = lease.can_be_taken_back(folder)
    if ours:
        lease.take_back(folder)
    return folder, ours
