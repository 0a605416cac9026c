"""A signature that was drawn on the screen, with when and under which text."""

from dataclasses import dataclass, field
from datetime import datetime

from easycare_desktop.domain.refusals import Refusal

_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class ScreenSignature:
    """`png` has an alpha channel. `version`: of the text that was shown; `digest`: its SHA-256."""

    png: bytes = field(repr=False)
    signed_at: datetime
    version: str
    digest: str

    def __post_init__(self) -> None:
        """Raise `SignatureMissingError` where nothing was drawn."""
        if not self.png.startswith(_PNG):
            raise SignatureMissingError

    def values(self) -> dict[str, str]:
        """Return what is sealed with the form beside the picture."""
        return {
            "screen_signed_at": self.signed_at.isoformat(timespec="seconds"),
            "shown_version": self.version,
            "shown_digest": self.digest,
        }


class SignatureMissingError(Refusal):
    """Nobody has signed on the screen."""
