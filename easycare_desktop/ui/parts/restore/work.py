"""What is done beside the screen while something is restored."""

from collections.abc import Sequence
from pathlib import Path

from easycare_desktop.services.restore.arrival import Arrival, Newcomer
from easycare_desktop.services.restore.front import RestoreFront
from easycare_desktop.services.restore.preview import Preview
from easycare_desktop.services.restore.session import RestoreSession, SetPlace
from easycare_desktop.ui.background import Reporter


def open_here(front: RestoreFront, code: str, login: str, password: str) -> RestoreSession:
    """Open the keys of an office of this PC."""
    return front.sign_in(code, login, password)


def open_there(
    front: RestoreFront, places: Sequence[Path], sheet: str, certificate: str
) -> Arrival:
    """Open the newest keys at hand."""
    return front.arrive(places, sheet, certificate)


def prepare(session: RestoreSession | Arrival, place: SetPlace, reporter: Reporter) -> Preview:
    """Stage and check a backup; the reporter may stop it."""
    return session.prepare(place, reporter.step)


def finish(session: RestoreSession | Arrival, newcomer: Newcomer | None, certificate: str) -> str:
    """Put it to use; return the code of an office that arrived, empty for one of this PC."""
    if isinstance(session, RestoreSession):
        session.commit()
        return ""
    if newcomer is None:
        return ""
    return session.commit(newcomer, certificate).code
