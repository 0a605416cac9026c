"""What a restore would bring and take, told before anything happens."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.services.restore.data_room import PersonSeen


@dataclass(frozen=True, slots=True)
class Named:
    """One person by number, and by name where it can be read."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Preview:
    """The difference between a prepared backup and the data in use.

    `people`: how many are in use afterwards. `present_readable`: the data in use could be read;
    without it nothing can be compared and the access log ends with the backup. `appear`,
    `disappear`: people in use afterwards or before alone. `changed`: people whose entries are older
    afterwards. `served`: people taken from the data in use, since their rights were served after
    the backup. `dropped`, `separated`: holdings that old data brought along and the keys refused.
    `vault_carried`: whether what is kept apart came over from the data in use.
    `newer_only`: holdings that lie in newer backups or in the data in use alone; `newer_backup`:
    there is a newer one at the same place.
    """

    set_name: str
    made_at: datetime
    size: int
    people: int
    files: int
    present_readable: bool
    log_carried: bool
    served: int
    dropped: int
    separated: int
    newer_only: int
    appear: tuple[Named, ...]
    disappear: tuple[Named, ...]
    changed: int
    vault_carried: bool = True
    newer_backup: bool = False


def compare(
    before: Mapping[int, PersonSeen], after: Mapping[int, PersonSeen]
) -> tuple[tuple[Named, ...], tuple[Named, ...], int]:
    """Return who appears, who disappears, and how many are older afterwards."""
    changed = sum(
        before[each].versions != after[each].versions for each in before.keys() & after.keys()
    )
    return (
        _named(after[each] for each in sorted(after.keys() - before.keys())),
        _named(before[each] for each in sorted(before.keys() - after.keys())),
        changed,
    )


def _named(people: Iterable[PersonSeen]) -> tuple[Named, ...]:
    return tuple(Named(each.number, each.name) for each in people)
