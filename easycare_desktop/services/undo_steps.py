"""The steps of this session that can be undone, as numbers: what they changed lies sealed."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

STEPS_KEPT = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """A version that a step led to. `now`: the version that must still stand to undo it."""

    holding_id: int
    version: int
    now: int


@dataclass(frozen=True, slots=True)
class Done:
    """One step: whose data, and which versions it led to. `number` counts the session's steps.

    `begun`: holdings that it began, whose keys end when it is undone. `newcomer`: the person was
    registered by it. `merge`: somebody was merged into the person by it.
    """

    number: int
    person_id: int
    marks: tuple[Mark, ...]
    begun: frozenset[int] = frozenset()
    newcomer: bool = False
    merge: int = 0


class UndoSteps:
    """The last hundred steps, the newest first to go."""

    def __init__(self) -> None:
        self._done: deque[Done] = deque(maxlen=STEPS_KEPT)
        self._count = 0

    def remember(
        self,
        person_id: int,
        marks: Sequence[Mark],
        begun: Iterable[int] = (),
        *,
        newcomer: bool = False,
        merge: int = 0,
    ) -> int:
        """Add a step and return its number; 0 where nothing was changed."""
        begun = frozenset(begun)
        if not marks and not begun and not merge:
            return 0
        self._count += 1
        self._done.append(Done(self._count, person_id, tuple(marks), begun, newcomer, merge))
        return self._count

    def newest(self) -> Done | None:
        """Return the step that would be undone next."""
        return self._done[-1] if self._done else None

    def drop(self) -> Done:
        """Forget the newest step and return it."""
        return self._done.pop()

    def forget_merge(self, merge_id: int) -> tuple[Mark, ...]:
        """Forget the step of a merge and return its marks, if it is one of these."""
        found = next((each for each in self._done if each.merge == merge_id), None)
        if found is None:
            return ()
        self._done.remove(found)
        return found.marks

    def rest_on(self, undone: Mark, now: int) -> None:
        """Let the step before an undone one be undone from the version that stands now."""
        for place, done in enumerate(self._done):
            marks = tuple(
                replace(each, now=now)
                if each.holding_id == undone.holding_id and each.now == undone.version - 1
                else each
                for each in done.marks
            )
            self._done[place] = replace(done, marks=marks)
