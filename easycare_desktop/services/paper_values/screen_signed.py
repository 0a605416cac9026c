"""What a copy shows of a signature on the screen: drawn again, with its time and its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from easycare_desktop.documents import phrases
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.signed_forms import SCREEN_SIGNED, SHOWN_VERSION


@dataclass(frozen=True, slots=True)
class OnScreen:
    """A signature as it is printed; `note` says when it was given and under which text."""

    png: bytes = field(repr=False)
    on: date
    note: str
    values: Mapping[str, str] = field(repr=False)


def on_screen(desk: Desk, holding_id: int) -> OnScreen | None:
    """Return the signature on the screen of a form; nothing where it was signed otherwise."""
    uow = desk.step.uow
    if uow.holdings.get(holding_id) is None:
        return None
    values = uow.holdings.open(holding_id).values
    signed_at = values.get(SCREEN_SIGNED, "")
    files = [each for each in uow.files.of_holdings([holding_id]) if each.media == "image/png"]
    if not signed_at or not files:
        return None
    at = datetime.fromisoformat(signed_at)
    note = phrases.screen_signed(at, values.get(SHOWN_VERSION, ""))
    return OnScreen(uow.files.read(files[0].id)[1], at.date(), note, values)
