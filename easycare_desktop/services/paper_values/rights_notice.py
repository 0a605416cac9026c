"""What a person is told about the corrections and stops they asked for."""

from collections.abc import Iterable

from easycare_desktop.documents.contents.rights_notice import (
    AnsweredAsk,
    FieldBeforeAfter,
    RightsNotice,
)
from easycare_desktop.documents.value_words import ValueWords, changed_words
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import ItemField
from easycare_desktop.domain.holdings import FieldChange, Holding
from easycare_desktop.domain.measure_answers import AnswerResult, MeasureCase, NothingAnsweredError
from easycare_desktop.domain.measures import Measure, MeasureKind
from easycare_desktop.domain.people import Person
from easycare_desktop.services.applicants import addressee_of
from easycare_desktop.services.paper_values.common import Desk


def rights_notice(desk: Desk, person_id: int) -> RightsNotice:
    """Return the notice of what was answered last. Raises `NothingAnsweredError`."""
    uow = desk.step.uow
    person = uow.people.get(person_id)
    found = list(_answered(desk, person))
    last = max((case.answer.on for _, _, case in found if case.answer), default=None)
    if last is None:
        raise NothingAnsweredError
    told = [each for each in found if each[2].answer and each[2].answer.on == last]
    identity = uow.holdings.open_group(person_id, "identity")
    return RightsNotice(
        office=desk.head,
        facts=desk.facts,
        addressee=addressee_of(identity.values if identity else {}),
        person_number=person.number,
        issued_on=desk.today(),
        asks=tuple(_ask(desk, person, *each) for each in told),
        relief=desk.relief(),
    )


def _answered(desk: Desk, person: Person) -> Iterable[tuple[Measure, Holding, MeasureCase]]:
    """Yield what was answered of what still lies here, the newest first."""
    uow = desk.step.uow
    here = {each.id: each for each in uow.holdings.of_person(person.id)}
    for measure in uow.measures.of_person(person.id):
        holding = here.get(measure.holding_id)
        if holding is None or measure.kind is MeasureKind.HOLD:
            continue
        case = uow.measures.case_of(measure, desk.office.keys.key_of(holding.id))
        if case.answer is not None:
            yield measure, holding, case


def _ask(
    desk: Desk, person: Person, measure: Measure, holding: Holding, case: MeasureCase
) -> AnsweredAsk:
    group = desk.office.catalogue.group(holding.group, person.kind)
    fields = {each.code: each for each in group.fields}
    words = ValueWords(desk.office.catalogue)
    until = measure.lifted_at
    changes = tuple(
        told_change(words, fields.get(each.field), each)
        for each in desk.step.uow.history.of_holding(holding)
        if measure.set_at <= each.changed_at and (until is None or each.changed_at <= until)
    )
    answer = case.answer
    granted = answer is not None and answer.result is not AnswerResult.REFUSED
    return AnsweredAsk(
        label=group.label,
        asked=case.reason,
        asked_on=case.asked_on or measure.set_at.date(),
        result=word(answer.result) if answer else "",
        granted=granted,
        stops=measure.kind is MeasureKind.SUSPENSION,
        why=answer.why if answer else "",
        changes=changes if measure.kind is MeasureKind.CORRECTION else (),
    )


def told_change(
    words: ValueWords, field: ItemField | None, change: FieldChange
) -> FieldBeforeAfter:
    """Return a change as it is read; numbers that are covered on the screen are covered here."""
    if field is None:
        return FieldBeforeAfter(change.field, change.before, change.after)
    before, after = (words.covered(field, value) for value in (change.before, change.after))
    return FieldBeforeAfter(field.label, before, changed_words(field, before, after))
