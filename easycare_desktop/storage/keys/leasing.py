"""Whether the keys say that this installation has handed the office over to another PC.

A lease holds for the installation that gave it: whoever carries the office on is another one.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.storage.keys.open_keys import OpenKeys

GIVEN, TAKEN_BACK = "office_handed_over", "office_taken_back"


@dataclass(frozen=True, slots=True)
class Given:
    """A handing over that is in force here. `place`: the key place it went to."""

    number: str
    place: int
    at: datetime


def given_lease(keys: OpenKeys) -> Given | None:
    """Return the lease that binds this installation to look only, if any."""
    own = keys.file.identity.instance
    found: Given | None = None
    for each in keys.restrictions():
        if each.kind == GIVEN and each.facts["from"] == own:
            found = Given(str(each.facts["lease"]), int(str(each.facts["place"])), each.at)
        elif each.kind == TAKEN_BACK and found and each.facts["lease"] == found.number:
            found = None
    return found


def give_lease(keys: OpenKeys, place: int, now: datetime) -> Given:
    """Hand the office over: from this commit on this installation writes no more."""
    number = secrets.token_hex(8)
    facts = {"lease": number, "from": keys.file.identity.instance, "place": place}
    keys.restrict(GIVEN, keys.office_id, facts, now)
    return Given(number, place, now)


def end_lease(keys: OpenKeys, given: Given, now: datetime) -> None:
    """Write again: nobody has taken the office."""
    keys.restrict(TAKEN_BACK, keys.office_id, {"lease": given.number}, now)


def claim_name(office_id: str, pc: str) -> str:
    """Return by what a claim is known at a key place; it does not tell the name of the PC."""
    return hashlib.sha256(f"{office_id} {pc}".encode()).hexdigest()[:16]
