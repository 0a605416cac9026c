"""Looking for a person's values where plain text could be, and naming mentions elsewhere."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.domain.destruction import Plan, PlanItem
from easycare_desktop.domain.holdings import IN_USE
from easycare_desktop.domain.rights import Action, Right
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.services.saved_files import saved_files
from easycare_desktop.services.surfaces import Surfaces
from easycare_desktop.services.telling_fields import pointing_fields, searched_fields
from easycare_desktop.storage.residue.needles import Needles, make_needles
from easycare_desktop.storage.residue.patterns import Patterns
from easycare_desktop.storage.residue.search import SurfaceResult

_SEARCHED_FIELDS = frozenset(
    {
        "name",
        "party_name",
        "worker_name",
        "mobile",
        "phone",
        "address",
        "ltc_number",
        "email",
        "account",
        "first_name",
        "first_phone",
    }
)
_MENTIONED_FIELDS = frozenset({"name", "mobile", "phone", "ltc_number"})
_DIGITS_OF_A_NUMBER = 7
_TELLING_LENGTH = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A living holding that says what goes: it names the person, or repeats a single item.

    Listed, not certified away.
    """

    holding_id: int
    person_number: str
    group: str


@dataclass(frozen=True, slots=True)
class Traces:
    """What to look for after the switch, kept in memory only.

    `canary`: the sample that each search must find; `intent`: the one that the keys hold already.
    """

    needles: Needles = field(repr=False)
    mentions: tuple[Mention, ...]
    canary: str = field(repr=False)
    intent: str = ""
    saved: tuple[Path, ...] = field(default=(), repr=False)


class ResidueService:
    """Use cases: collect what to look for before the keys go; search after."""

    def __init__(
        self,
        office: OpenOffice,
        plain_places: Iterable[Path] = (),
        temporary: Path | None = None,
    ) -> None:
        self._office = office
        self._surfaces = Surfaces(office, tuple(plain_places), temporary)

    def collect(self, plan: Plan) -> Traces:
        """Open what is about to go and note the values to search for, and who else names them."""
        values: set[str] = set()
        telling: set[str] = set()
        own: dict[Mention, None] = {}
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="collect") as step:
            in_use = step.uow.many.open_some(item.holding_id for item in plan.items)
            for item in plan.items:
                opened = in_use.get(item.holding_id) or self._kept_apart(step, item)
                if item.fields:
                    group = self._office.catalogue.group(item.group)
                    found = searched_fields(group, item.fields)
                    values |= {opened[code] for code in found if opened.get(code)}
                    points = pointing_fields(group, found)
                    telling |= {opened[code] for code in points if opened.get(code)}
                    own |= self._own_mentions(step, item, [opened.get(code, "") for code in found])
                    continue
                values |= {text for name, text in opened.items() if name in _SEARCHED_FIELDS}
                telling |= {text for name, text in opened.items() if name in _MENTIONED_FIELDS}
            mentions = [*self._mentions(step, plan.persons, telling), *own]
            saved = tuple(saved_files(step))
            step.count = len(plan.items)
        canary = f"canary {secrets.token_hex(12)}"
        needles = make_needles(values)
        return Traces(needles, tuple(mentions), canary, plan.digest.hex(), saved)

    def collect_again(self, plan: Plan) -> Traces | None:
        """Note what the letters still say, after a stop took the values; None without a letter.

        Fewer values than before the switch: name and address. The certificate tells it.
        """
        values: set[str] = set()
        telling: set[str] = set()
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="collect again") as step:
            for person_id in plan.persons:
                letter = step.uow.holdings.open_group(person_id, LETTER_GROUP)
                name = letter.values.get("name", "") if letter else ""
                if letter is None or not name:
                    return None
                telling.add(name)
                values |= {text for code, text in letter.values.items() if code in _SEARCHED_FIELDS}
            mentions = self._mentions(step, plan.persons, telling)
            saved = tuple(saved_files(step))
        canary = f"canary {secrets.token_hex(12)}"
        needles = make_needles(values)
        return Traces(needles, tuple(mentions), canary, plan.digest.hex(), saved)

    def _kept_apart(self, step: Step, item: PlanItem) -> Mapping[str, str]:
        """Return what a doomed holding says that only an officer can open."""
        if not self._office.actor.may(Right.READ_SEPARATED):
            return {}
        if step.separated.get(item.holding_id) is None:
            return {}
        key = self._office.keys.open_separated(item.holding_id)
        return step.separated.open(item.holding_id, key)

    def _mentions(self, step: Step, persons: frozenset[int], telling: set[str]) -> list[Mention]:
        """Return where somebody else's holdings in use name one of the persons."""
        numbers = {"".join(filter(str.isdigit, each)) for each in telling}
        # A name of one syllable stands in nearly everybody's: what it finds would tell nothing.
        words = {each for each in telling if len(each) > 1}
        words |= {each for each in numbers if len(each) >= _DIGITS_OF_A_NUMBER}
        if not words:
            return []
        patterns = Patterns(each.encode() for each in words)
        known = {group.code for group in self._office.catalogue.groups}
        found = [
            each
            for each in step.uow.many.telling(IN_USE, patterns.places_in)
            if each.person_id not in persons and each.group in known
        ]
        found.sort(key=lambda each: (each.group, each.person_id))
        people = step.uow.people.some({each.person_id for each in found})
        return [Mention(each.id, people[each.person_id].number, each.group) for each in found]

    def _own_mentions(self, step: Step, item: PlanItem, told: Iterable[str]) -> dict[Mention, None]:
        """Return where other holdings in use of the same person say what a single item said."""
        sought = [each for each in told if len(each) >= _TELLING_LENGTH]
        number = step.uow.people.get(item.person_id).number
        found: dict[Mention, None] = {}
        for each in step.uow.holdings.of_person(item.person_id):
            if each.id == item.holding_id or each.state not in IN_USE or not sought:
                continue
            texts = step.uow.holdings.open(each.id).values.values()
            if any(said in text for said in sought for text in texts):
                found[Mention(each.id, number, each.group)] = None
        return found

    def search(self, traces: Traces) -> list[SurfaceResult]:
        """Search every surface where plain text could lie; each with a sample planted on it."""
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="plant") as step:
            self._surfaces.plant(step, traces.canary)
        try:
            return self._surfaces.search(traces.needles, traces.canary, traces.intent, traces.saved)
        finally:
            with self._office.door.enter(Action.DESTRUCTION_RUN, detail="lift") as step:
                self._surfaces.plant(step, "")
