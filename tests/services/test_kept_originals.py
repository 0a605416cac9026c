"""A box that goes whole: what law keeps of its paper has gone elsewhere, or it is told why not."""

from datetime import date

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.registers import (
    Disposal,
    OriginalsKeptError,
    RegisterClosedError,
    RegisterState,
    Twin,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import approval_of, decided, known_person
from tests.services.test_registers import DETAILS, box, form_of

WHY = "모두 스캔해 두어 함께 파쇄함"


def ended(services: Services, person: Person) -> Plan:
    """Carry a cancellation out: the contract is kept apart, the rest is gone."""
    plan = decided(services, person).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    return services.destruction_run.run(plan.id).plan


def paper(services: Services, made: Disposal) -> str:
    kind = PaperKind.PRINTED_CERTIFICATE
    return "".join(text_of(services.papers.make(kind, made.id, "기관 보관").pdf).split())


def test_what_is_kept_apart_is_asked_for_before_its_box_goes(services: Services):
    person, entry = known_person(services), box(services)
    services.registers.put_twin(Twin(entry.id, person.id, "care_contract"))
    ended(services, person)
    with pytest.raises(OriginalsKeptError) as refused:
        services.registers.dispose(form_of(services, entry))
    kept = refused.value.kept
    assert refused.value.numbers == "B-0001"
    apart = [each for each in services.separated.list() if each.group == "care_contract"]
    assert [(each.group, each.until) for each in kept] == [("care_contract", apart[0].until)]
    assert services.registers.items()[0].state is RegisterState.IN_USE
    assert services.registers.disposals() == []


def test_originals_go_into_another_box_and_the_paper_says_so(services: Services):
    person, entry, other = known_person(services), box(services), box(services, label="분리보관")
    services.registers.put_twin(Twin(entry.id, person.id, "care_contract"))
    ended(services, person)
    with pytest.raises(RegisterClosedError):
        services.registers.dispose(form_of(services, entry, moved_to=entry.id))
    made = services.registers.dispose(form_of(services, entry, moved_to=other.id))
    assert services.registers.twins_of(person.id) == [Twin(other.id, person.id, "care_contract")]
    said = paper(services, made)
    assert "서류함B-0002에옮겨보관함" in said
    until = next(e.until for e in services.separated.list() if e.group == "care_contract")
    assert f"1명·{until:%Y-%m-%d}까지·노인장기요양보험법" in said
    facts = services.office.keys.ledger_entries()[made.sequence - 1].facts
    assert facts["moved_to"] == "B-0002"


def test_whoever_shreds_them_all_the_same_says_why(services: Services):
    person, entry = known_person(services), box(services)
    services.registers.put_twin(Twin(entry.id, person.id))
    made = services.registers.dispose(
        form_of(services, entry, values={**DETAILS, "originals": WHY})
    )
    said = paper(services, made)
    assert "모두스캔해두어함께파쇄함" in said
    assert "법에따라남길것" in said


def test_what_a_hold_keeps_is_asked_for_too(services: Services):
    person, entry = known_person(services), box(services)
    services.registers.put_twin(Twin(entry.id, person.id, "photo"))
    holding = services.people.open(person.id).contents["photo"].holding
    until = date(2027, 6, 30)
    order = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "소송", until)
    services.measures.order([holding.id], order)
    with pytest.raises(OriginalsKeptError) as refused:
        services.registers.dispose(form_of(services, entry))
    assert [(each.rule, each.until) for each in refused.value.kept] == [("", until)]
    values = {**DETAILS, "originals": WHY}
    made = services.registers.dispose(form_of(services, entry, values=values))
    assert "1명·2027-06-30까지·분쟁보존(책임자결정)" in paper(services, made)


def test_what_law_does_not_keep_goes_without_a_question(services: Services):
    person, entry = known_person(services), box(services)
    for group in ("photo", "consent_paper"):
        services.registers.put_twin(Twin(entry.id, person.id, group))
    made = services.registers.dispose(form_of(services, entry))
    assert "법에따라남길것" not in paper(services, made)
