"""Searching files for readable values: what the tour and the tests prove with."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from easycare_desktop.storage.residue.needles import make_needles
from easycare_desktop.storage.residue.patterns import Patterns
from easycare_desktop.storage.residue.search import count_in_file


def count_readable(files: Sequence[Path], values: Iterable[str]) -> list[Path]:
    """Return the files that hold any of the values in UTF-8, UTF-16 or CP949.

    Patterns shorter than six bytes are left out: random bytes hold them by chance.
    """
    patterns = Patterns(make_needles(values).long)
    return [each for each in files if count_in_file(each, patterns)]
