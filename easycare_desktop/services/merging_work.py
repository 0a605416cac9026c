"""What merging and parting do to the rows, inside one running action."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from easycare_desktop.domain.consents import ConsentResult, current_lines
from easycare_desktop.domain.holdings import OF_CASES, Clock, Holding, HoldingState
from easycare_desktop.domain.law import RuleKind
from easycare_desktop.domain.merging import (
    MERGE_RULE,
    MergeNotPossibleError,
    MergeObstacle,
    Moved,
)
from easycare_desktop.domain.people import Person, PersonState
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.door import Step
from easycare_desktop.services.judgement import rules_of
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.merges import FOLLOWING

_FREE = frozenset({HoldingState.ACTIVE, HoldingState.CORRECTING})
Values = Mapping[str, Mapping[str, str]]


def check_obstacles(office: OpenOffice, step: Step, keeper: Person, gone: Person) -> None:
    """Raise `MergeNotPossibleError` where something speaks against merging these two."""
    uow, both = step.uow, (keeper, gone)
    holdings = [each for person in both for each in uow.holdings.of_person(person.id)]
    plans = [plan for person in both for plan in uow.plans.of_person(person.id) if not plan.over]
    into_gone = uow.merges.of_person(gone.id)
    today = office.today()
    against = {
        MergeObstacle.SAME: keeper.id == gone.id,
        MergeObstacle.KIND: keeper.kind is not gone.kind,
        MergeObstacle.ENDED: any(each.state is not PersonState.ACTIVE for each in both),
        MergeObstacle.FROZEN: any(each.state not in _FREE for each in holdings),
        MergeObstacle.PLANNED: bool(plans),
        MergeObstacle.SEPARATED: bool(step.separated.of_person(gone.id)),
        MergeObstacle.MERGED_BEFORE: any(each.open_on(today) for each in into_gone),
    }
    for obstacle, stands in against.items():
        if stands:
            raise MergeNotPossibleError(obstacle)


def single(holdings: Iterable[Holding]) -> dict[str, Holding]:
    """Return the holdings of which a person has one for each item group."""
    used = [each for each in holdings if each.merged_from is None]
    times = Counter(each.group for each in used)
    return {
        each.group: each for each in used if each.group not in OF_CASES and times[each.group] == 1
    }


class Merging:
    """Merges one person into another. Used once: `run`."""

    def __init__(self, office: OpenOffice, step: Step, keeper: Person, gone: Person) -> None:
        self._office, self._step = office, step
        self._keeper, self._gone = keeper, gone
        self._merges = step.uow.merges

    def run(self, values: Values, reason: str, until: date) -> Moved:
        """Store what stays and move the rest. Raises `MergeNotPossibleError` for a consent."""
        uow, mine, theirs = self._step.uow, self._keeper.id, self._gone.id
        kept, other = single(uow.holdings.of_person(mine)), single(uow.holdings.of_person(theirs))
        beside = [other[group] for group in other if group in kept]
        changed = self._correct(kept, values, reason)
        files = self._copy_files(kept, beside)
        holdings = self._merges.take_over("holding", theirs, mine)
        clocks = self._put_beside(beside, until)
        links_gone, links_made = self._links()
        twins_gone, twins_made = self._twins()
        moved = Moved(
            holdings=holdings,
            beside=clocks,
            changed=changed,
            files=files,
            rows=tuple((table, self._merges.take_over(table, theirs, mine)) for table in FOLLOWING),
            links_gone=links_gone,
            links_made=links_made,
            twins_gone=twins_gone,
            twins_made=twins_made,
        )
        uow.people.set_state(theirs, PersonState.GONE)
        self._check_consents()
        return moved

    def _correct(
        self, kept: Mapping[str, Holding], values: Values, reason: str
    ) -> tuple[tuple[int, int], ...]:
        uow, changed = self._step.uow, list[tuple[int, int]]()
        for group, clean in values.items():
            before = uow.holdings.open(kept[group].id)
            changes = writing.changes_between(before.values, clean)
            if not changes:
                continue
            version = uow.holdings.change(before.holding.id, before.holding.version, clean)
            self._note(before.holding, version, changes, reason)
            changed.append((before.holding.id, version))
        return tuple(changed)

    def _note(
        self, holding: Holding, version: int, changes: Sequence[tuple[str, str, str]], reason: str
    ) -> None:
        self._step.uow.history.add(
            holding,
            version,
            changes,
            reason,
            self._gone.number,
            at=self._office.clock.now(),
            account_id=self._office.actor.account_id,
        )

    def _copy_files(
        self, kept: Mapping[str, Holding], beside: Sequence[Holding]
    ) -> tuple[int, ...]:
        """Seal scans anew under the key that stays: those beside go with their holding."""
        uow = self._step.uow
        groups = {each.id: each.group for each in beside}
        return tuple(
            uow.files.add(
                kept[groups[file.holding_id]].id,
                uow.files.read(file.id)[1],
                file.media,
                at=file.added_at,
                account_id=file.account_id,
            ).id
            for file in uow.files.of_holdings(groups)
        )

    def _put_beside(
        self, beside: Sequence[Holding], until: date
    ) -> tuple[tuple[int, str, str, str], ...]:
        """Let what law keeps wait for the end of the person, the rest for the end of the merge."""
        rules = rules_of(self._office, self._step.uow)
        today, former = self._office.today(), []
        for each in beside:
            group = self._office.catalogue.group(each.group, self._gone.kind)
            by_law = any(rules[code].kind is RuleKind.STATUTE for code in group.rules)
            clock = each.clock if by_law else Clock(MERGE_RULE, today, until)
            self._merges.put_beside(each.id, self._gone.id, clock)
            former.append((each.id, *_told(each.clock)))
        return tuple(former)

    def _links(
        self,
    ) -> tuple[tuple[tuple[int, int, int], ...], tuple[tuple[int, int, int], ...]]:
        mine, theirs = self._keeper.id, self._gone.id
        gone = self._merges.links_of(theirs)
        known = {(recipient, guardian) for recipient, guardian, _ in self._merges.links_of(mine)}
        rank = len(self._step.uow.people.guardians_of(mine))
        made = []
        for recipient, guardian, place in gone:
            new = (
                mine if recipient == theirs else recipient,
                mine if guardian == theirs else guardian,
            )
            if new in known or new[0] == new[1]:
                continue
            known.add(new)
            rank += new[0] == mine
            made.append((*new, rank if new[0] == mine else place))
        self._merges.change_links(gone, made)
        return tuple(gone), tuple(made)

    def _twins(
        self,
    ) -> tuple[tuple[tuple[int, int, str], ...], tuple[tuple[int, int, str], ...]]:
        registers, mine = self._step.uow.registers, self._keeper.id
        known = {(each.item_id, each.group) for each in registers.twins_of([mine])}
        theirs = registers.twins_of([self._gone.id])
        gone = tuple((each.item_id, self._gone.id, each.group) for each in theirs)
        made = tuple((item, mine, group) for item, _, group in gone if (item, group) not in known)
        self._merges.change_twins(gone, made)
        return gone, made

    def _check_consents(self) -> None:
        """Raise where a consent that one has withdrawn carries what the other has stored."""
        uow, person = self._step.uow, self._keeper
        lines = current_lines(uow.consents.of_person(person.id))
        for holding in uow.holdings.of_person(person.id):
            purpose = self._office.catalogue.group(holding.group, person.kind).consent_purpose
            line = lines.get(purpose) if purpose else None
            if line is not None and line.result is ConsentResult.WITHDRAWN:
                raise MergeNotPossibleError(MergeObstacle.CONSENT)


def _told(clock: Clock | None) -> tuple[str, str, str]:
    if clock is None:
        return "", "", ""
    return clock.rule, clock.counted_from.isoformat(), clock.until.isoformat()
