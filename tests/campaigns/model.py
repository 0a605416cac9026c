"""The small model: which holdings an office holds, what they say, and which are gone for ever."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services

Values = Mapping[str, str]


@dataclass(frozen=True)
class Contents:
    """What an office holds: in use and kept apart, opened."""

    living: Mapping[int, Values]
    apart: Mapping[int, Values]


def contents(services: Services) -> Contents:
    """Open everything, each holding with its own key."""
    keys = services.office.keys
    with services.office.door.enter(Action.PEOPLE_LISTED, detail="campaign") as step:
        living = {each: step.uow.holdings.open(each).values for each in step.uow.outline.persons()}
        apart = {
            each.id: step.separated.open(each.id, keys.open_separated(each.id))
            for each in step.separated.all()
        }
    return Contents(living, apart)


@dataclass
class Known:
    """What must be there and what must not."""

    now: Contents
    dead: set[int] = field(default_factory=set)
    backups: list[Contents] = field(default_factory=list)

    @property
    def living(self) -> Mapping[int, Values]:
        """What is in use."""
        return self.now.living

    def saved(self, found: Contents) -> None:
        """Take what is there after a confirmed change; nothing may have gone by itself."""
        lost = {*self.now.living, *self.now.apart} - self.dead - {*found.living, *found.apart}
        assert not lost, f"{len(lost)} living holdings lost"
        self._no_dead(found)
        self.now = found

    def ended(self, doomed: frozenset[int], apart: frozenset[int]) -> None:
        """Take note of a destruction that was carried out."""
        assert not doomed & self.dead
        self.dead |= doomed
        assert apart <= {*self.now.living, *self.now.apart}

    def check(self, found: Contents) -> None:
        """Compare with what an office holds that was opened again."""
        assert found.living == self.now.living, "a confirmed save is lost, or something came"
        assert found.apart == self.now.apart, "what is kept apart is not what it was"
        self._no_dead(found)

    def restored(self, number: int, found: Contents) -> None:
        """Judge a restore: all of then but what ended since, and nothing that ended."""
        then, before = self.backups[number], self.now
        kept = {*then.living, *then.apart} - self.dead
        lost = kept - {*found.living, *found.apart}
        assert not lost, f"{len(lost)} living holdings lost in a restore"
        assert before.apart.keys() - self.dead <= found.apart.keys(), "kept apart, and lost"
        for holding, values in found.living.items():
            assert values in (then.living.get(holding), before.living.get(holding))
        self._no_dead(found)
        self.now = found

    def _no_dead(self, found: Contents) -> None:
        back = self.dead & {*found.living, *found.apart}
        assert not back, f"{len(back)} destroyed holdings came back"
