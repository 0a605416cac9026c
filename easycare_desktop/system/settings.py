"""What one Windows user has chosen. Nothing here names a person in the clear."""

from dataclasses import dataclass
from enum import Enum

from easycare_desktop.domain.refusals import InputRefusal

SMALLEST_TEXT = 100
LARGEST_TEXT = 200


class Scheme(Enum):
    """The colours of the screen; the value is its table in tokens.toml."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Remember(Enum):
    """Whether the office code and the login are kept for the next time."""

    ALWAYS = "always"
    ASK = "ask"
    NEVER = "never"


class TextSizeError(InputRefusal):
    """The size of text lies outside 100 to 200 percent."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices. `text_size`: percent. `shared_pc`: others use this Windows user too.

    `office` and `login` are what the login window fills in; empty means nothing is remembered.
    """

    text_size: int = SMALLEST_TEXT
    scheme: Scheme = Scheme.LIGHT
    remember: Remember = Remember.ASK
    shared_pc: bool = False
    office: str = ""
    login: str = ""

    def __post_init__(self) -> None:
        """Raise `TextSizeError` for a size outside its range; drop what must not be kept."""
        if not SMALLEST_TEXT <= self.text_size <= LARGEST_TEXT:
            raise TextSizeError("text_size")
        if self.remembers is Remember.NEVER:
            object.__setattr__(self, "office", "")
            object.__setattr__(self, "login", "")

    @property
    def remembers(self) -> Remember:
        """What holds: on a shared PC nothing is ever remembered."""
        return Remember.NEVER if self.shared_pc else self.remember
