"""Which backup opens with the keys at a key place, also where neither is at hand.

Of each place of keys it is noted how new they were when they were last seen, of each place for
backups how new the keys were that each whole backup has seen. Kept in the data as two small lists.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from easycare_desktop.services.door import Step
from easycare_desktop.services.place_looks import PlaceLook
from easycare_desktop.storage.backup.manifest import Facts
from easycare_desktop.storage.keys.place_status import PlaceState

_KEYS, _SETS = "coverage.keys", "coverage.sets"
_MOST = 400


@dataclass(frozen=True, slots=True)
class MadeSet:
    """A whole backup: when it was made, and the keys that it has seen."""

    at: datetime
    generation: int
    revision: int

    @classmethod
    def of(cls, facts: Facts) -> "MadeSet":
        """Return what its manifest says."""
        return cls(facts.made_at, facts.generation, facts.revision)

    def opens_with(self, generation: int, revision: int) -> bool:
        """Tell whether these keys know of everything in it."""
        return generation >= self.generation and revision >= self.revision


def note_keys(step: Step, looks: Iterable[PlaceLook]) -> None:
    """Note how new the keys are at every place that is at hand."""
    known = _read(step, _KEYS)
    seen = dict(known)
    for each in looks:
        if each.status.is_here and each.status.state is not PlaceState.NEWER:
            seen[str(each.status.place.id)] = list(each.status.age)
    if seen != known:
        step.uow.meta.put(_KEYS, json.dumps(seen))


def note_set(step: Step, target_id: int, facts: Facts) -> None:
    """Note a backup that was just made."""
    earlier = sets_at(step, target_id) or []
    note_sets(step, target_id, [*earlier, MadeSet.of(facts)])


def note_sets(step: Step, target_id: int, made: Iterable[MadeSet]) -> None:
    """Note the whole backups at a place as they were seen."""
    known = _read(step, _SETS)
    newest = sorted(made, key=lambda each: each.at)[-_MOST:]
    rows = [[each.at.isoformat(), each.generation, each.revision] for each in newest]
    if known.get(str(target_id)) != rows:
        step.uow.meta.put(_SETS, json.dumps(known | {str(target_id): rows}))


def sets_at(step: Step, target_id: int) -> list[MadeSet] | None:
    """Return the whole backups at a place; nothing where none was noted yet."""
    rows = _read(step, _SETS).get(str(target_id))
    if rows is None:
        return None
    return [MadeSet(datetime.fromisoformat(at), int(one), int(two)) for at, one, two in rows]


def opening(step: Step, made: MadeSet, places: Collection[int]) -> int:
    """Count the key places among `places` whose keys, as last seen, open a backup."""
    seen = _read(step, _KEYS)
    marks = [seen[str(each)] for each in places if str(each) in seen]
    return sum(made.opens_with(int(one), int(two)) for one, two in marks)


def newest_open(
    step: Step, targets: Collection[int], places: Collection[int], today: date
) -> datetime | None:
    """Return when the newest backup was made, today or before, that the keys of a place open.

    What was noted by an older program is judged by what its register says.
    """
    found: list[datetime] = []
    for target in targets:
        made = sets_at(step, target)
        if made is None:
            found += [
                row.at for row in step.uow.backups.rows() if row.target_id == target and row.covered
            ]
        else:
            found += [each.at for each in made if opening(step, each, places)]
    return max((each for each in found if each.date() <= today), default=None)


def _read(step: Step, name: str) -> dict[str, Any]:
    return dict(json.loads(step.uow.meta.get(name) or "{}"))
