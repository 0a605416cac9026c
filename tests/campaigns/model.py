"""The small model: which holdings an office holds, what they say, and which are gone for ever."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from easycare_desktop.domain.consents import ConsentResult
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.repositories.sealed_values import open_values

Values = Mapping[str, str]
_ROWS = "SELECT id, grp, version, sealed FROM holding"
_APART = "SELECT id, grp, version, sealed FROM separated_holding"


@dataclass(frozen=True)
class Contents:
    """What an office holds: in use and kept apart, opened."""

    living: Mapping[int, Values]
    apart: Mapping[int, Values]

    @property
    def all(self) -> Mapping[int, Values]:
        """Both together."""
        return {**self.apart, **self.living}


def contents(services: Services) -> Contents:
    """Open everything, each holding with its own key; the log says nothing of it."""
    keys, files = services.office.keys, services.office.files
    with files.office() as connection:
        rows = connection.exec_driver_sql(_ROWS).all()
        living = {row.id: open_values(keys.key_of(row.id), *row) for row in rows}
    with files.separated() as connection:
        rows = connection.exec_driver_sql(_APART).all()
        apart = {row.id: open_values(keys.open_separated(row.id), *row) for row in rows}
    return Contents(living, apart)


@dataclass
class Known:
    """What must be there and what must not.

    `backups`: what the office held when each was made, by its name. `withdrawn`: person and
    purpose. `held`: until when, by holding. `on_stick`: what the key place knows of both.
    """

    now: Contents
    dead: set[int] = field(default_factory=set)
    backups: dict[str, Contents] = field(default_factory=dict)
    withdrawn: set[tuple[int, str]] = field(default_factory=set)
    held: dict[int, date] = field(default_factory=dict)
    on_stick: tuple[set[tuple[int, str]], dict[int, date]] = field(
        default_factory=lambda: (set(), {})
    )

    @property
    def living(self) -> Mapping[int, Values]:
        """What is in use."""
        return self.now.living

    def saved(self, found: Contents) -> None:
        """Take what is there after a confirmed change; nothing may have gone by itself."""
        lost = self.now.all.keys() - self.dead - found.all.keys()
        assert not lost, f"{len(lost)} living holdings lost"
        self._no_dead(found)
        self.now = found

    def ended(self, doomed: frozenset[int], apart: frozenset[int]) -> None:
        """Take note of a destruction that was carried out."""
        assert not doomed & self.dead
        self.dead |= doomed
        assert apart <= self.now.all.keys()

    def check(self, found: Contents) -> None:
        """Compare with what an office holds that was opened again."""
        assert found.living == self.now.living, "a confirmed save is lost, or something came"
        assert found.apart == self.now.apart, "what is kept apart is not what it was"
        self._no_dead(found)

    def brought_up(self) -> None:
        """Take note that the key place has the newest keys, and with them every restriction."""
        self.on_stick = (set(self.withdrawn), dict(self.held))

    def restored(self, name: str, found: Contents) -> None:
        """Judge a restore: all of then but what ended since, and nothing that ended."""
        then, before = self.backups[name], self.now
        self._all_of(then, found)
        assert before.apart.keys() - self.dead <= found.apart.keys(), "kept apart, and lost"
        for holding, values in found.living.items():
            assert values in (then.living.get(holding), before.living.get(holding))
        self.now = found

    def moved(self, name: str, found: Contents) -> None:
        """Judge another PC: all of then but what ended since, and the line of the former PC."""
        then = self.backups[name]
        self._all_of(then, found)
        for holding, values in found.all.items():
            assert values == then.all.get(holding) or values.get("medium") == "pc"
        assert sum(each not in then.all for each in found.all) == 1
        self.now = found
        withdrawn, held = self.on_stick
        self.withdrawn = set(withdrawn)
        self.held = {each: until for each, until in held.items() if each in self.held}
        self.brought_up()

    def stricter(self, services: Services) -> None:
        """Judge after any restore: what was withdrawn or held meanwhile is so again."""
        with services.office.door.enter(Action.PEOPLE_LISTED, detail="campaign") as step:
            for holding, until in self.held.items():
                row = step.uow.holdings.get(holding)
                if row is not None and services.office.today() < until:
                    assert row.state is HoldingState.HELD, "a hold is lost"
        present = {line.id for line in services.people.find("")}
        for person, purpose in self.withdrawn:
            if person in present:
                line = services.consents.status_of(person)
                given = [
                    each.purpose.code
                    for each in line
                    if each.line is not None and each.line.result is ConsentResult.GIVEN
                ]
                assert purpose not in given, "a withdrawn consent is given again"

    def _all_of(self, then: Contents, found: Contents) -> None:
        lost = then.all.keys() - self.dead - found.all.keys()
        assert not lost, f"{len(lost)} living holdings lost in a restore"
        self._no_dead(found)

    def _no_dead(self, found: Contents) -> None:
        back = self.dead & found.all.keys()
        assert not back, f"{len(back)} destroyed holdings came back"
