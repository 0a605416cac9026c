"""How a folder is shown."""

import re
from pathlib import Path

_BREAK = "\u200b"


def breakable(path: Path) -> str:
    """Return a path that may break into the next line after each folder."""
    return re.sub(r"([/\\])", rf"\1{_BREAK}", str(path))
