"""Recording that paper, media and outside copies were destroyed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from easycare_desktop.domain.holdings import Clock
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.registers import (
    Disposal,
    DisposalMethod,
    KeptOriginal,
    OriginalsKeptError,
    RegisterClosedError,
    RegisterEmptyError,
    RegisterKind,
    RegisterState,
    check_entry,
    check_method,
    check_moments,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.evidence import Evidence, cleaned
from easycare_desktop.services.kept_originals import kept_facts, kept_in, move_originals
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import checked_values, new_of_office
from easycare_desktop.storage.repositories.registers import NewDisposal

DISPOSAL_GROUP = "disposal"
_RULE = "I-06"
_WHY_KEPT_GOES = "originals"


@dataclass(frozen=True, slots=True)
class DisposalForm:
    """What is told of a disposal. `persons`: whose papers left the items; nobody: items whole.

    `moved_to`: the box into which the originals went of what law keeps.
    """

    kind: RegisterKind
    method: DisposalMethod
    items: tuple[int, ...]
    values: Mapping[str, str]
    at: datetime
    on_site_at: datetime | None = None
    persons: tuple[int, ...] = ()
    plan_id: int | None = None
    photos: tuple[Evidence, ...] = ()
    moved_to: int | None = None


def dispose(office: OpenOffice, form: DisposalForm) -> Disposal:
    """Record that things were destroyed: sealed details and photos, then the ledger.

    Of a box that goes whole, what law keeps has gone into another one, or it is told why not.
    Raises `RegisterEmptyError`, `RegisterClosedError`, `MethodNotAllowedError`,
    `OnSiteCheckMissingError`, `DisposalAheadError`, `DisposalBeforeEntryError`,
    `OriginalsKeptError`, `ValuesRefusedError`, and what `cleaned` raises.
    """
    if not form.items:
        raise RegisterEmptyError
    clean = checked_values(office, form.values, DISPOSAL_GROUP)
    check_method(form.kind, form.method, clean.get("on_site", ""), form.on_site_at)
    check_moments(form.at, form.on_site_at, office.clock.now())
    form = replace(form, photos=tuple(map(cleaned, form.photos)))
    with office.door.enter(Action.DISPOSED) as step:
        _check_entries(step, form)
        kept = kept_in(office, step, form.items) if _goes_whole(form) else []
        if kept and form.moved_to is None and not clean.get(_WHY_KEPT_GOES):
            raise OriginalsKeptError(tuple(kept), _numbers(step, {each.item_id for each in kept}))
        made = _record(office, step, form, clean)
        step.detail, step.count = made.number, len(form.items)
        if kept and form.moved_to is not None:
            move_originals(step, kept, form.moved_to)
        if not form.persons:
            for item_id in form.items:
                step.uow.registers.set_state(item_id, RegisterState.DESTROYED)
        return _prove(office, step, made, form, kept)


def _goes_whole(form: DisposalForm) -> bool:
    return form.kind is RegisterKind.BOX and not form.persons


def _numbers(step: Step, items: set[int]) -> str:
    return ", ".join(step.uow.registers.get(each).number for each in sorted(items))


def _check_entries(step: Step, form: DisposalForm) -> None:
    for item_id in form.items:
        item = step.uow.registers.get(item_id)
        if item.state is not RegisterState.IN_USE or item.kind is not form.kind:
            raise RegisterClosedError(item.number)
        check_entry(item, form.at)
    if form.moved_to is not None:
        other = step.uow.registers.get(form.moved_to)
        here = other.state is RegisterState.IN_USE and other.kind is RegisterKind.BOX
        if not here or other.id in form.items:
            raise RegisterClosedError(other.number)


def _record(
    office: OpenOffice, step: Step, form: DisposalForm, clean: Mapping[str, str]
) -> Disposal:
    uow = step.uow
    holding = uow.holdings.add([new_of_office(office, uow, DISPOSAL_GROUP, clean)])[0]
    rule = office.law.rules_on(office.today()).get(_RULE)
    if rule is not None:
        day = form.at.date()
        clock = Clock(rule.code, day, period_end(day, rule.period))
        uow.holdings.start_clock(holding.id, clock, None)
    for photo in form.photos:
        uow.files.add(
            holding.id,
            photo.content,
            photo.media,
            at=office.clock.now(),
            account_id=office.actor.account_id,
        )
    return uow.registers.add_disposal(
        NewDisposal(
            kind=form.kind,
            method=form.method,
            at=form.at,
            on_site_at=form.on_site_at,
            holding_id=holding.id,
            handled_by=office.actor.account_id,
            items=form.items,
            persons=form.persons,
            plan_id=form.plan_id,
        )
    )


def _prove(
    office: OpenOffice,
    step: Step,
    made: Disposal,
    form: DisposalForm,
    kept: Sequence[KeptOriginal],
) -> Disposal:
    facts: dict[str, object] = {
        "number": made.number,
        "kind": made.kind.code,
        "method": made.method.value,
        "items": [step.uow.registers.get(each).number for each in made.items],
        "persons": len(made.persons),
        "at": made.at.isoformat(),
    }
    if kept:
        facts["kept"] = kept_facts(step, kept)
        if form.moved_to is not None:
            facts["moved_to"] = step.uow.registers.get(form.moved_to).number
    entry = office.keys.ledger_append("disposal", facts, office.clock.now())
    step.uow.registers.prove(made.id, entry.seq, entry.prev_hash.hex(), entry.hash.hex())
    return step.uow.registers.disposal(made.id)
