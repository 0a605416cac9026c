"""How somebody was told that what the law kept is gone, too; or why that could not be."""

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
