"""What ties the copy of a person to the copy that stays: a hash over salt, name and number."""

import hashlib

from easycare_desktop.domain.people import Person
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.storage.unit_of_work import UnitOfWork


def commitment(salt: str, name: str, number: str) -> str:
    """Return SHA-256 in hex; nothing where there is no salt, or a guessed name would fit."""
    return hashlib.sha256(f"{salt}|{name}|{number}".encode()).hexdigest() if salt else ""


def commitment_of(uow: UnitOfWork, person: Person) -> str:
    """Return the commitment of the letter that waits for a person, if one does."""
    letter = uow.holdings.open_group(person.id, LETTER_GROUP)
    known = letter.values if letter else {}
    return commitment(known.get("salt", ""), known.get("name", ""), person.number)
