"""How far the data had come when it was last opened or closed, kept beside the keys.

The mark costs no revision: key places stay the newest ones, whatever it says.
"""

from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import DataOlderError

_SAVES = "saves"


def check_age(keys: OpenKeys, saves: int) -> None:
    """Raise `DataOlderError` for data that is older than what was opened or closed last."""
    seen = keys.high_water(_SAVES)
    if saves < seen:
        raise DataOlderError(saves, seen)


def note_age(keys: OpenKeys, saves: int) -> None:
    """Remember how many saves the data has seen; a PC that only looks remembers nothing."""
    if not keys.file.read_only and saves > keys.high_water(_SAVES):
        keys.journal.raise_high_water(_SAVES, saves, counts=False)


def least_saves(keys: OpenKeys) -> int:
    """Return from which number of saves on data that is put to use must count."""
    return keys.high_water(_SAVES)
