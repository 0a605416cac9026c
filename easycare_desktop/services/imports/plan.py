"""What is done with every row of one shape, worked out once."""

from typing import NamedTuple

from easycare_desktop.domain.hangul import plain_name
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.services.imports.row_work import GroupWork
from easycare_desktop.services.imports.rows import Read, Taker


class About(NamedTuple):
    """A row: its number, the name in it, and its status."""

    number: int
    name: str
    status: str = ""


class Plan(NamedTuple):
    """What is done with every row of one shape. `keys`: those that it fills.

    `guardian`, `phone`: the places of name and number of a guardian; `of_guardian`: the groups of
    one who is named, or of whom something is wrong. `unnamed`: what is said of one who is not
    named. `left`: the places of the days that tell of leaving.
    """

    keys: tuple[tuple[int, Taker], ...]
    told: Taker
    guardian: int
    phone: int
    wrong_guardian: bool
    groups: tuple[GroupWork, ...]
    of_guardian: tuple[GroupWork, ...]
    unnamed: tuple[FieldRef, ...]
    left: tuple[int, ...]


def guardian_of(plan: Plan, read: Read) -> set[str]:
    """Return the name of the guardian whom a row names, however it is spaced; perhaps nobody."""
    return {plain_name(str(read.values[plan.guardian]))} if plan.guardian >= 0 else set()
