"""What an address usually looks like: another one is told, never refused."""

import re

# A road and the number of a building, or a village or quarter and the number of a plot, or a
# post office box; each behind a Hangul syllable or a digit, as in "Bom-gil 12" or "San 3-1".
_ROAD = r"[\uac00-\ud7a3\d](?:\ub300\ub85c|\ub85c|\uae38)\s*(?:\uc9c0\ud558\s*)?\d"
_PLOT = r"[\uac00-\ud7a3\d](?:\ub3d9|\ub9ac|\uac00|\uc74d|\uba74)\s*(?:\uc0b0\s*)?\d"
_BOX = r"\uc0ac\uc11c\ud568"
_USUAL = re.compile(f"{_ROAD}|{_PLOT}|{_BOX}")


def is_usual_address(text: str) -> bool:
    """Tell whether a stored address names a road or a plot with its number."""
    return _USUAL.search(text) is not None
