"""How somebody was told a result, or why that could not be."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Telling(Enum):
    """How somebody was told."""

    HANDED = "handed"
    POST = "post"
    MESSAGE = "message"


class NotTold(Enum):
    """Why somebody could not be told."""

    NO_ADDRESS = "no_address"
    CAME_BACK = "came_back"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Notified:
    """When and how an applicant was told."""

    on: date
    how: Telling
