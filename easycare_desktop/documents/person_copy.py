"""What a person's copy says of the person, read off its text: name, number and salt."""

import re
from dataclasses import dataclass, field

_WHO = re.compile(r"대상\s+(.+?)\s+님\s+([A-Z]-\d+)", re.DOTALL)
_SALT = re.compile(r"대조용\s*난수\s*([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """Name, number and salt (hex) as they stand on the copy of a person."""

    name: str = field(repr=False)
    number: str
    salt: str = field(repr=False)


def said_on(text: str) -> PersonSaid | None:
    """Return what the text of a certificate says of its person; nothing on the copy on file."""
    who, salt = _WHO.search(text), _SALT.search(text)
    if who is None or salt is None:
        return None
    return PersonSaid(" ".join(who[1].split()), who[2], salt[1])
