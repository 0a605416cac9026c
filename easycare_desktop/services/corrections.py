"""Correcting what is stored: with reason and history, back to any earlier value, and undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from easycare_desktop.domain.holdings import (
    FieldChange,
    HoldingChangedMeanwhileError,
    HoldingContent,
)
from easycare_desktop.domain.merging import Merge
from easycare_desktop.domain.people import (
    Person,
    PersonNotFoundError,
)
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.requests import Channel
from easycare_desktop.domain.rights import Action
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returning import active
from easycare_desktop.services.undo_offers import UndoOffer, changes_of, offer_of
from easycare_desktop.services.undo_steps import Mark, UndoSteps


class ReasonMissingError(InputRefusal):
    """A correction needs a reason."""


class NothingToUndoError(Refusal):
    """Nothing was corrected in this session, or all of it is undone."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One item group as it is to be stored. `version`: what it is based on, 0 where it is new."""

    fields: Mapping[str, str]
    version: int = 0


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is corrected, and what shows it: a paper that was seen, for instance."""

    reason: str = ""
    evidence: str = ""
    channel: Channel = Channel.VISIT


@dataclass(frozen=True, slots=True)
class Saved:
    """What stands now, by item group. `step`: the number to undo it by, 0 where nothing changed.

    `begun`: whether something is new, whose key ends when it is undone.
    """

    contents: Mapping[str, HoldingContent]
    step: int
    begun: bool = False


class CorrectionService:
    """Use cases of correcting. The steps of this session are kept in memory, as numbers."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door
        self._steps = UndoSteps()

    def save(self, person_id: int, groups: Mapping[str, Typed], why: Why) -> Saved:
        """Add or correct item groups of a person, all of them in one commit, or none.

        Raises `ValuesRefusedError`, `ReasonMissingError`, `ConsentMissingError`,
        `HoldingChangedMeanwhileError`, `HoldingFrozenError`, `PersonHasEndedError`.
        """
        detail = ",".join(groups)
        with self._door.enter(Action.PERSON_CORRECTED, person_id=person_id, detail=detail) as step:
            person = active(step.uow, person_id)
            found, marks = dict[str, HoldingContent](), list[Mark]()
            for group, typed in groups.items():
                found[group] = self._put(step, person, group, typed, why)
                version = found[group].holding.version
                if typed.version and version != typed.version:
                    marks.append(Mark(found[group].holding.id, version, version))
            begun = [found[group].holding.id for group, each in groups.items() if not each.version]
            line = writing.line_of(step.uow, person, found)
        number = self._steps.remember(person_id, marks, begun)
        self._office.index.put(line)
        return Saved(found, number, bool(begun))

    def registered(self, person_id: int, begun: Iterable[int]) -> None:
        """Remember that somebody was registered, to be undone like anything else."""
        self._steps.remember(person_id, (), begun, newcomer=True)

    def history(self, person_id: int) -> list[FieldChange]:
        """Return every recorded change of a person's fields, newest first."""
        with self._door.enter(Action.HISTORY_READ, person_id=person_id) as step:
            holdings = step.uow.holdings.of_person(person_id)
            found = [line for each in holdings for line in step.uow.history.of_holding(each)]
        return sorted(found, key=lambda change: change.changed_at, reverse=True)

    def bring_back(self, person_id: int, change: FieldChange, version: int, why: Why) -> int:
        """Store again what stood in a field before a change; return the step, as `save` does.

        `version`: what the group stands at for who asks. Raises what `save` raises.
        """
        with self._door.enter(
            Action.PERSON_CORRECTED, person_id=person_id, detail=f"{change.group} back"
        ) as step:
            person = active(step.uow, person_id)
            content = step.uow.holdings.open_group(person_id, change.group)
            if content is None or content.holding.id != change.holding_id:
                raise PersonNotFoundError(person_id)
            fields = {**content.values, change.field: change.before}
            typed = Typed({name: text for name, text in fields.items() if text}, version)
            now = self._put(step, person, change.group, typed, why).holding
            line = writing.line_of(step.uow, person)
        self._office.index.put(line)
        marks = [Mark(now.id, now.version, now.version)] if now.version != version else []
        return self._steps.remember(person_id, marks)

    def merged(self, merge: Merge) -> None:
        """Remember that two people were merged, to be undone like anything else."""
        marks = [Mark(holding, version, version) for holding, version in merge.moved.changed]
        self._steps.remember(merge.keeper_id, marks, merge=merge.id)

    def parted(self, merge_id: int, before: Mapping[int, int], now: Mapping[int, int]) -> None:
        """Forget the step of a merge that was undone; what came before it goes on from there.

        `before`, `now`: by holding, the versions that parting found and led to.
        """
        for mark in self._steps.forget_merge(merge_id):
            if before.get(mark.holding_id) == mark.now:
                self._steps.rest_on(mark, now[mark.holding_id])

    def last(self) -> UndoOffer | None:
        """Return what would be undone next; what cannot be any more is passed over."""
        while (done := self._steps.newest()) is not None:
            with self._door.enter(
                Action.HISTORY_READ, person_id=done.person_id, detail="undo"
            ) as step:
                offer = offer_of(step, done, self._office.index.name_of(done.person_id))
            if offer is not None:
                return offer
            self._steps.drop()
        return None

    def pass_over(self, number: int) -> None:
        """Forget the newest step, where it is the one that is meant: it cannot be undone."""
        done = self._steps.newest()
        if done is not None and done.number == number:
            self._steps.drop()

    def undo(self, reason: str, number: int) -> UndoOffer:
        """Put back what stood before the last step of this session; return what was undone.

        `number`: the step that is meant; where another came since, nothing is undone. Raises
        `NothingToUndoError`; `HoldingChangedMeanwhileError` where somebody saved since, and then
        the step is passed over; and what `save` raises.
        """
        offer = self.last()
        if offer is None or offer.number != number or offer.merge:
            raise NothingToUndoError
        done = self._steps.drop()
        if not done.marks:
            return offer
        with self._door.enter(
            Action.PERSON_CORRECTED, person_id=done.person_id, detail="undo"
        ) as step:
            person = active(step.uow, done.person_id)
            undone = [(mark, self._reverse(step, person, mark, reason)) for mark in done.marks]
            line = writing.line_of(step.uow, person)
        for mark, now in undone:
            self._steps.rest_on(mark, now)
        self._office.index.put(line)
        return offer

    def _put(
        self, step: Step, person: Person, group: str, typed: Typed, why: Why
    ) -> HoldingContent:
        office, uow = self._office, step.uow
        clean = writing.checked(office, person.kind, {group: typed.fields})[group]
        writing.check_new(uow, person.id, group, clean)
        if typed.version:
            return self._correct(step, person.id, group, Typed(clean, typed.version), why)
        writing.check_not_there(uow, person.id, group)
        writing.check_consent(uow, office.catalogue, person, group, office.today())
        new = writing.new_holding(
            office.catalogue, person, group, clean, why.channel, office.today()
        )
        return HoldingContent(uow.holdings.add([new])[0], clean)

    def _correct(
        self, step: Step, person_id: int, group: str, clean: Typed, why: Why
    ) -> HoldingContent:
        before = step.uow.holdings.open_group(person_id, group)
        if before is None:
            raise PersonNotFoundError(person_id)
        changes = writing.changes_between(before.values, clean.fields)
        if not changes:
            return before
        writing.check_not_frozen(before.holding)
        person, catalogue = step.uow.people.get(person_id), self._office.catalogue
        writing.check_consent(step.uow, catalogue, person, group, self._office.today())
        if any(old for _, old, _ in changes) and not why.reason.strip():
            raise ReasonMissingError("reason")
        version = step.uow.holdings.change(before.holding.id, clean.version, clean.fields, group)
        step.uow.history.add(
            before.holding,
            version,
            changes,
            why.reason.strip(),
            why.evidence.strip(),
            at=self._office.clock.now(),
            account_id=self._office.actor.account_id,
        )
        return HoldingContent(replace(before.holding, version=version), clean.fields)

    def _reverse(self, step: Step, person: Person, mark: Mark, reason: str) -> int:
        """Put back what one version changed; return the version that stands now."""
        content = step.uow.holdings.open(mark.holding_id)
        if content.holding.version != mark.now:
            raise HoldingChangedMeanwhileError(mark.holding_id)
        fields = dict(content.values)
        for change in changes_of(step, mark):
            fields[change.field] = change.before
        kept = {name: text for name, text in fields.items() if text}
        typed = Typed(kept, mark.now)
        group = content.holding.group
        return self._put(step, person, group, typed, Why(reason)).holding.version
