"""One person who was registered twice: looked at side by side, merged, and parted again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.holdings import Holding, HoldingChangedMeanwhileError
from easycare_desktop.domain.merging import (
    MERGE_RULE,
    FieldPair,
    Merge,
    MergeOverError,
    NewerMergeStandsError,
    Place,
    merged_values,
)
from easycare_desktop.domain.once_more import are_same, says_something
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.planning import AlreadyPlannedError
from easycare_desktop.domain.rights import Action
from easycare_desktop.services import merging_work as work
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.corrections import CorrectionService, ReasonMissingError
from easycare_desktop.services.door import Step
from easycare_desktop.services.merge_views import newer_than, planned_in, still_open
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.parting import part
from easycare_desktop.services.person_lines import PersonLine


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merge would do. `pairs`: every field of the groups that both have.

    `moving`: the groups that only the one who goes has. `apart`: where each has a contract or
    licence of its own, the group in which whoever stays could have that of the other, too.
    `versions`: what all this is based on.
    """

    keeper: PersonLine
    gone: PersonLine
    groups: tuple[ItemGroup, ...]
    pairs: tuple[FieldPair, ...]
    moving: tuple[ItemGroup, ...]
    apart: tuple[ItemGroup, ...]
    guardians: int
    consents: int
    requests: int
    scans: int
    until: date
    versions: Mapping[int, int]


class MergeService:
    """Use cases of people who were registered twice."""

    def __init__(self, office: OpenOffice, corrections: CorrectionService) -> None:
        self._office, self._corrections = office, corrections
        self._door = office.door

    def preview(self, keeper_id: int, gone_id: int) -> MergePreview:
        """Return what merging would do; nothing is stored. Raises `MergeNotPossibleError`."""
        with self._door.enter(Action.PERSON_OPENED, person_id=gone_id, detail="merge") as step:
            keeper, gone = self._both(step, keeper_id, gone_id)
            uow, catalogue = step.uow, self._office.catalogue
            mine, theirs = (
                work.single(uow.holdings.of_person(each)) for each in (keeper_id, gone_id)
            )
            all_theirs = uow.holdings.of_person(gone_id)
            return MergePreview(
                keeper=writing.line_of(uow, keeper),
                gone=writing.line_of(uow, gone),
                groups=tuple(catalogue.group(each, keeper.kind) for each in mine if each in theirs),
                pairs=tuple(self._pairs(step, mine, theirs)),
                moving=tuple(
                    catalogue.group(each, gone.kind) for each in theirs if each not in mine
                ),
                apart=tuple(self._apart(step, keeper.kind, mine, theirs)),
                guardians=len(uow.merges.links_of(gone_id)),
                consents=len(uow.consents.of_person(gone_id)),
                requests=len(uow.requests.of_person(gone_id)),
                scans=len(uow.files.of_holdings(each.id for each in all_theirs)),
                until=self._last_day(),
                versions=self._versions(step, keeper_id, gone_id),
            )

    def merge(self, preview: MergePreview, from_other: frozenset[Place], reason: str) -> Merge:
        """Merge as it was shown; `from_other`: the fields in which the other one's value stays.

        Raises `ReasonMissingError`, `MergeNotPossibleError`, `ValuesRefusedError`, and
        `HoldingChangedMeanwhileError` where either was corrected since.
        """
        if not reason.strip():
            raise ReasonMissingError("reason")
        keeper_id, gone_id, office = preview.keeper.id, preview.gone.id, self._office
        with self._door.enter(Action.PEOPLE_MERGED, person_id=keeper_id) as step:
            keeper, gone = self._both(step, keeper_id, gone_id)
            self._check_unchanged(step, preview)
            clean = writing.checked(
                office, keeper.kind, self._values(step, keeper_id, gone_id, from_other)
            )
            until = self._last_day()
            moved = work.Merging(office, step, keeper, gone).run(clean, reason.strip(), until)
            merge = step.uow.merges.add(
                keeper_id, gone_id, until, moved, office.clock.now(), office.actor.account_id
            )
            step.detail = f"{merge.number} {gone.number}"
            line = writing.line_of(step.uow, keeper)
        office.index.put(line)
        office.index.forget({gone_id})
        self._corrections.merged(merge)
        return merge

    def undo(self, merge_id: int, reason: str) -> Merge:
        """Part two people again, exactly as they were; corrections made since stay.

        Raises `ReasonMissingError`, `MergeOverError` where it cannot be undone any more,
        `NewerMergeStandsError`, and `AlreadyPlannedError` where something moved waits to go.
        """
        if not reason.strip():
            raise ReasonMissingError("reason")
        office = self._office
        with self._door.enter(Action.PEOPLE_PARTED) as step:
            merge = step.uow.merges.get(merge_id)
            step.person_id, step.detail = merge.keeper_id, merge.number
            if not still_open(step.uow, merge, office.today()):
                raise MergeOverError(merge.number)
            if (newer := newer_than(step.uow, merge)) is not None:
                raise NewerMergeStandsError(merge.number, newer.number)
            if planned := planned_in(step.uow, merge):
                raise AlreadyPlannedError(planned)
            before = _changed(step, merge)
            copies = part(office, step, merge, reason.strip())
            now = _changed(step, merge)
            step.uow.merges.undone(merge_id, office.clock.now())
            people = step.uow.people.some({merge.keeper_id, merge.gone_id}).values()
            lines = [writing.line_of(step.uow, each) for each in people]
            merge = step.uow.merges.get(merge_id)
        office.index.put_many(lines)
        self._corrections.parted(merge_id, before, now)
        if copies:
            with self._door.enter(Action.PEOPLE_PARTED, detail="copies") as step:
                step.person_id, step.count = merge.keeper_id, step.uow.files.remove_files(copies)
        return merge

    def _both(self, step: Step, keeper_id: int, gone_id: int) -> tuple[Person, Person]:
        keeper, gone = step.uow.people.get(keeper_id), step.uow.people.get(gone_id)
        work.check_obstacles(self._office, step, keeper, gone)
        return keeper, gone

    def _pairs(
        self, step: Step, mine: Mapping[str, Holding], theirs: Mapping[str, Holding]
    ) -> list[FieldPair]:
        found = []
        for code in mine:
            if code in theirs:
                kept, other = (
                    step.uow.holdings.open(each[code].id).values for each in (mine, theirs)
                )
                found += [
                    FieldPair(code, name, kept.get(name, ""), other.get(name, ""))
                    for name in dict.fromkeys((*kept, *other))
                ]
        return found

    def _apart(
        self,
        step: Step,
        kind: PersonKind,
        mine: Mapping[str, Holding],
        theirs: Mapping[str, Holding],
    ) -> Iterator[ItemGroup]:
        opened = step.uow.holdings.open
        for code in (each for each in mine if each in theirs):
            slots = self._office.catalogue.once_more(code, kind)
            if not slots:
                continue
            other = opened(theirs[code].id).values
            own = [opened(mine[each].id).values for each in (code, *_codes(slots)) if each in mine]
            known = any(are_same(slots[0], values, other) for values in own)
            free = next((each for each in slots if each.code not in mine), None)
            if free is not None and not known and says_something(free, other):
                yield free

    def _values(
        self, step: Step, keeper_id: int, gone_id: int, from_other: frozenset[Place]
    ) -> dict[str, dict[str, str]]:
        holdings = step.uow.holdings
        mine, theirs = (work.single(holdings.of_person(each)) for each in (keeper_id, gone_id))
        return {
            code: merged_values(
                holdings.open(mine[code].id).values,
                holdings.open(theirs[code].id).values,
                code,
                from_other,
            )
            for code in mine
            if code in theirs
        }

    def _versions(self, step: Step, *persons: int) -> dict[int, int]:
        return {
            each.id: each.version
            for person_id in persons
            for each in step.uow.holdings.of_person(person_id)
        }

    def _check_unchanged(self, step: Step, preview: MergePreview) -> None:
        now = self._versions(step, preview.keeper.id, preview.gone.id)
        for holding_id, version in now.items():
            if preview.versions.get(holding_id) != version:
                raise HoldingChangedMeanwhileError(holding_id)

    def _last_day(self) -> date:
        rule = self._office.law.rules_on(self._office.today())[MERGE_RULE]
        return period_end(self._office.today(), rule.period)


def _changed(step: Step, merge: Merge) -> dict[int, int]:
    """Return at which version everything stands whose values the merge changed."""
    ids = {holding_id for holding_id, _ in merge.moved.changed}
    return {each.id: each.version for each in step.uow.many.some(ids).values()}


def _codes(groups: Iterable[ItemGroup]) -> list[str]:
    return [each.code for each in groups]
