"""What the window of restoring leans on while no office is open."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from easycare_desktop.security.password_rule import check_password
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.restore.arrival import Arrival, find_keys, open_arrival
from easycare_desktop.services.restore.desk import Tell, silent
from easycare_desktop.services.restore.session import RestoreSession, sign_in
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.services.restore.taking_over import take_over
from easycare_desktop.services.sheet_paper import draw_sheet
from easycare_desktop.storage.keys.carrying_in import FoundKeys
from easycare_desktop.storage.keys.refusals import KeysMissingError, WrongSheetError


class RestoreFront:
    """Opens what is restored, here or as an arrival from another PC."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._sheet_number = 1

    def sign_in(self, code: str, login: str, password: str) -> RestoreSession:
        """Open an office of this PC for a restore; raises as `session.sign_in`."""
        return sign_in(self._shelf, code, login, password)

    def arrive(self, places: Sequence[Path], sheet: str, certificate: str) -> Arrival:
        """Open the newest keys at hand, and hold the newest certificate on paper to them.

        Where keys of several offices lie there, the sheet tells which. Raises `KeysMissingError`,
        and as `open_arrival` and `Arrival.is_shown_fresh`; nothing of the office stays here then.
        """
        arrival = self._opened(find_keys(places), sheet)
        try:
            arrival.is_shown_fresh(certificate)
        except BaseException:
            arrival.close()
            raise
        self._sheet_number = arrival.next_sheet
        return arrival

    def _opened(self, found: Sequence[FoundKeys], sheet: str) -> Arrival:
        newest: dict[str, FoundKeys] = {}
        for each in found:
            newest.setdefault(each.stamp.office, each)
        wrong: WrongSheetError | None = None
        for each in newest.values():
            try:
                return open_arrival(self._shelf, each, found, sheet)
            except WrongSheetError as refusal:
                wrong = wrong or refusal
        raise wrong or KeysMissingError

    def take_over(
        self, code: str, stick: Path, login: str, password: str, tell: Tell = silent
    ) -> None:
        """Take an office over that this PC had before; raises as `taking_over.take_over`."""
        take_over(self._shelf, code, stick, login, password, tell)

    def check_password(self, password: str, own_words: Iterable[str]) -> None:
        """Accept a new password; raises the refusals of the password rule."""
        check_password(password, own_words)

    def new_sheet(self) -> RecoveryCode:
        """Return the code of a recovery sheet that opens nothing yet."""
        return RecoveryCode.generate()

    def sheet_pdf(self, code: RecoveryCode, profile: Mapping[str, str], purpose: str) -> bytes:
        """Return the paper of the new sheet; it is kept nowhere."""
        now = self._shelf.clock.now()
        return draw_sheet(code, profile, self._sheet_number, purpose, now)
