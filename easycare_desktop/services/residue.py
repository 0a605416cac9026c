"""Looking for a person's values where plain text could be, and naming mentions elsewhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.holdings import IN_USE
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.services.selection import searched_fields
from easycare_desktop.storage.residue.needles import Needles, make_needles
from easycare_desktop.storage.residue.search import (
    SurfaceResult,
    search_files,
    search_plain,
    search_texts,
)
from easycare_desktop.system.single_instance import NAME as LOCK_NAME

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
_PLAIN_SUFFIXES = frozenset({".json", ".jsonl", ".log", ".txt", ".toml"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A living holding of somebody else that names the person. Listed, not certified away."""

    holding_id: int
    person_id: int
    group: str


@dataclass(frozen=True, slots=True)
class Traces:
    """What to look for after the switch, kept in memory only."""

    needles: Needles = field(repr=False)
    mentions: tuple[Mention, ...]


class ResidueService:
    """Use cases: collect what to look for before the keys go; search after."""

    def __init__(self, office: OpenOffice, plain_places: Iterable[Path] = ()) -> None:
        self._office = office
        self._plain_places = tuple(plain_places)

    def collect(self, plan: Plan) -> Traces:
        """Open what is about to go and note the values to search for, and who else names them."""
        values: set[str] = set()
        names: set[str] = set()
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="collect") as step:
            for item in plan.items:
                if step.uow.holdings.get(item.holding_id) is None:
                    continue
                opened = step.uow.holdings.open(item.holding_id).values
                if item.fields:
                    group = self._office.catalogue.group(item.group)
                    telling = searched_fields(group, item.fields)
                    values |= {opened[code] for code in telling if opened.get(code)}
                    continue
                values |= {text for name, text in opened.items() if name in _SEARCHED_FIELDS}
                if opened.get("name"):
                    names.add(opened["name"])
            mentions = self._mentions(step, plan.persons, names)
            step.count = len(plan.items)
        return Traces(make_needles(values), tuple(mentions))

    def collect_again(self, plan: Plan) -> Traces | None:
        """Note what the letters still say, after a stop took the values; None without a letter.

        Fewer values than before the switch: name and address. The certificate tells it.
        """
        values: set[str] = set()
        names: set[str] = set()
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="collect again") as step:
            for person_id in plan.persons:
                letter = step.uow.holdings.open_group(person_id, LETTER_GROUP)
                name = letter.values.get("name", "") if letter else ""
                if letter is None or not name:
                    return None
                names.add(name)
                values |= {text for code, text in letter.values.items() if code in _SEARCHED_FIELDS}
            mentions = self._mentions(step, plan.persons, names)
        return Traces(make_needles(values), tuple(mentions))

    def _mentions(self, step: Step, persons: frozenset[int], names: set[str]) -> list[Mention]:
        """Return where somebody else's holdings in use name one of the persons."""
        if not names:
            return []
        named = re.compile("|".join(map(re.escape, sorted(names))))
        found = []
        for group in {group.code for group in self._office.catalogue.groups}:
            for content in step.uow.holdings.open_all(group, IN_USE):
                holding = content.holding
                if holding.person_id not in persons and named.search(
                    "\n".join(content.values.values())
                ):
                    found.append(Mention(holding.id, holding.person_id, holding.group))
        return found

    def search(self, traces: Traces) -> list[SurfaceResult]:
        """Search the office's files, its plain files and its drafts; each with a control."""
        folder = self._office.info.folder
        # Windows lets nobody read what this program has locked; the lock itself holds nothing.
        files = [each for each in folder.rglob("*") if each.is_file() and each.name != LOCK_NAME]
        plain = [each for each in files if each.suffix in _PLAIN_SUFFIXES]
        for place in self._plain_places:
            if place.is_dir():
                plain += [each for each in place.rglob("*") if each.is_file()]
            elif place.is_file():
                plain.append(place)
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="drafts") as step:
            drafts = step.drafts.all_texts()
        return [
            search_files("office_files", files, traces.needles),
            search_plain("settings_and_logs", plain, traces.needles),
            search_texts("drafts", drafts, traces.needles),
        ]
