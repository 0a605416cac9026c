"""Looking for a person's values where plain text could be."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.domain.destruction import Plan, PlanItem
from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.rights import Action, Right
from easycare_desktop.services.door import Step
from easycare_desktop.services.mentions import Mention, mentions_of
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.services.saved_files import SavedFiles, saved_files
from easycare_desktop.services.searched_values import SearchedValues
from easycare_desktop.services.surfaces import Sought, Surfaces
from easycare_desktop.services.telling_fields import searched_fields
from easycare_desktop.storage.residue.needles import Needles, make_needles
from easycare_desktop.storage.residue.search import SurfaceResult

_IDENTITY = "identity"
__all__ = ["Mention", "ResidueService", "Traces"]


@dataclass(frozen=True, slots=True)
class Traces:
    """What to look for after the switch, kept in memory only.

    `canary`: the sample that each search must find; `intent`: the one that the keys hold already.
    `saved`: None where saved papers lawfully say it; `kinds`: codes of the kinds of values.
    """

    sought: Sought = field(repr=False)
    mentions: tuple[Mention, ...]
    canary: str = field(repr=False)
    intent: str = ""
    saved: SavedFiles | None = field(default=None, repr=False)
    kinds: tuple[str, ...] = ()

    @property
    def needles(self) -> Needles:
        """What belongs to the persons alone, wherever it stands."""
        return self.sought.telling


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
        values = SearchedValues()
        catalogue = self._office.catalogue
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="collect") as step:
            in_use = step.uow.many.open_some(item.holding_id for item in plan.items)
            opened = {
                item.holding_id: in_use.get(item.holding_id) or self._kept_apart(step, item)
                for item in plan.items
            }
            for item in plan.items:
                group, said = catalogue.group(item.group), opened[item.holding_id]
                if item.fields:
                    found = searched_fields(group, item.fields)
                    values.add_chosen(said.get(code, "") for code in found)
                else:
                    values.add(group, said)
            mentions = mentions_of(self._office, step, plan, opened)
            saved = saved_files(step)
            step.count = len(plan.items)
        return _traces(plan, values, mentions, saved)

    def collect_again(self, plan: Plan) -> Traces | None:
        """Note what is left to look for after a stop took the values; None where nothing is.

        Of who is served on, name and number in use; of others, name and address of the letter.
        Fewer values than before the switch: the certificate tells it. Papers of somebody who is
        served lawfully say the name, so they are not looked into.
        """
        values = SearchedValues()
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="collect again") as step:
            said: dict[int, Mapping[str, str]] = {}
            served = False
            for person_id in plan.persons:
                code, found = self._left_of(step, person_id, plan.doomed | plan.separated)
                if not found.get("name"):
                    return None
                values.add(self._office.catalogue.group(code), found)
                served = served or code == _IDENTITY
                said[person_id] = found
            mentions = mentions_of(self._office, step, plan, {}, said)
            saved = None if served else saved_files(step)
        return _traces(plan, values, mentions, saved)

    def _left_of(
        self, step: Step, person_id: int, gone: frozenset[int]
    ) -> tuple[str, Mapping[str, str]]:
        """Return what still says who somebody is, and in which item group."""
        left = {
            each.group: each.id
            for each in step.uow.holdings.of_person(person_id)
            if each.state in HERE and each.id not in gone
        }
        code = next((each for each in (_IDENTITY, LETTER_GROUP) if each in left), "")
        return code, step.uow.holdings.open(left[code]).values if code else {}

    def _kept_apart(self, step: Step, item: PlanItem) -> Mapping[str, str]:
        """Return what a doomed holding says that only an officer can open."""
        if not self._office.actor.may(Right.READ_SEPARATED):
            return {}
        if step.separated.get(item.holding_id) is None:
            return {}
        key = self._office.keys.open_separated(item.holding_id)
        return step.separated.open(item.holding_id, key)

    def search(self, traces: Traces) -> list[SurfaceResult]:
        """Search every surface where plain text could lie; each with a sample planted on it."""
        with self._office.door.enter(Action.DESTRUCTION_RUN, detail="plant") as step:
            self._surfaces.plant(step, traces.canary)
        try:
            return self._surfaces.search(traces.sought, traces.canary, traces.intent, traces.saved)
        finally:
            with self._office.door.enter(Action.DESTRUCTION_RUN, detail="lift") as step:
                self._surfaces.plant(step, "")


def _traces(
    plan: Plan, values: SearchedValues, mentions: Iterable[Mention], saved: SavedFiles | None
) -> Traces:
    sought = Sought(
        make_needles(values.telling), make_needles(values.words), make_needles(values.sentences)
    )
    canary = f"canary {secrets.token_hex(12)}"
    kinds = tuple(sorted(values.kinds))
    return Traces(sought, tuple(mentions), canary, plan.digest.hex(), saved, kinds)
