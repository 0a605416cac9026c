"""The rows that say how long something usually is."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UsualLength:
    """One row. `always`, `of` and `margin` are codes of deadlines; `of` by the choice of `by`."""

    code: str
    group: str
    first: str
    last: str
    by: str
    always: tuple[str, ...]
    of: Mapping[str, str]
    margin: str
