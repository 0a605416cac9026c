"""Boxes, media and copies elsewhere: what there is, and that a certificate waits for them."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.registers import (
    DisposalAheadError,
    DisposalBeforeEntryError,
    DisposalMethod,
    MediumNotDestroyedError,
    MethodNotAllowedError,
    OnSiteCheckMissingError,
    RegisterClosedError,
    RegisterEmptyError,
    RegisterItem,
    RegisterKind,
    RegisterState,
    Twin,
)
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import Evidence, EvidenceKindError
from easycare_desktop.services.people_writing import ValuesRefusedError
from easycare_desktop.services.registers import DisposalForm
from tests.helpers.cases import NAME, approved, known_person
from tests.helpers.made_up_scans import made_up_photo
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome

BOX = {"label": "2026년 수급자 서류", "cabinet": "가", "key_holder": "봉열쇠"}
MEDIUM = {"medium": "hdd", "serial": "WD-0001", "held_data": "yes", "encrypted": "no"}
DETAILS = {"place": "우리 사무실", "witness": "김입회"}
PHOTO = Evidence(made_up_photo(), "image/png")


def form_of(services: Services, *items: RegisterItem, **more: object) -> DisposalForm:
    kinds = {
        RegisterKind.BOX: DisposalMethod.SHREDDED,
        RegisterKind.MEDIUM: DisposalMethod.CRUSHED,
        RegisterKind.OUTSIDE: DisposalMethod.DELETED,
    }
    known: dict[str, object] = {
        "kind": items[0].kind,
        "method": kinds[items[0].kind],
        "items": tuple(each.id for each in items),
        "values": DETAILS,
        "at": services.office.clock.now(),
    }
    return DisposalForm(**(known | more))


def box(services: Services, **more: str) -> RegisterItem:
    return services.registers.add(RegisterKind.BOX, BOX | more)


def medium(services: Services, **more: str) -> RegisterItem:
    return services.registers.add(RegisterKind.MEDIUM, MEDIUM | more)


def test_entries_are_numbered_by_kind_and_their_words_are_sealed(services: Services):
    first, second = box(services), medium(services)
    third = box(services, label="2025년 직원 서류")
    assert [each.number for each in (first, second, third)] == ["B-0001", "S-0001", "B-0002"]
    assert third.values["label"] == "2025년 직원 서류"
    assert services.registers.items() == [first, second, third]
    changed = services.registers.change(first.id, BOX | {"compartment": "3"}, "옮김")
    assert changed.values["compartment"] == "3"


@pytest.mark.parametrize("lost", ["label", "cabinet", "key_holder"])
def test_what_is_needed_is_asked_for(services: Services, lost: str):
    with pytest.raises(ValuesRefusedError):
        services.registers.add(RegisterKind.BOX, {k: v for k, v in BOX.items() if k != lost})
    assert services.registers.items() == []


def test_a_disposal_is_recorded_with_photos_and_in_the_ledger(services: Services):
    entry = box(services)
    made = services.registers.dispose(form_of(services, entry, photos=(PHOTO, PHOTO)))
    assert (made.number, made.photos, made.items) == ("W2026-0001", 2, (entry.id,))
    assert made.values["witness"] == "김입회"
    assert services.registers.items()[0].state is RegisterState.DESTROYED
    last = services.office.keys.ledger_entries()[-1]
    assert (last.seq, last.hash.hex(), last.kind) == (made.sequence, made.entry, "disposal")
    assert last.facts["items"] == ["B-0001"]
    assert "김입회" not in str(last.facts)
    with pytest.raises(RegisterClosedError):
        services.registers.dispose(form_of(services, entry))


def test_paper_cannot_be_sold_whole_or_destroyed_like_a_disk(services: Services):
    assert not [each for each in DisposalMethod if "sell" in each.value or "sold" in each.value]
    entry = box(services)
    with pytest.raises(MethodNotAllowedError):
        services.registers.dispose(form_of(services, entry, method=DisposalMethod.DEGAUSSED))
    with pytest.raises(RegisterClosedError):
        services.registers.sell(entry.id)
    assert services.registers.items()[0].state is RegisterState.IN_USE


def test_dissolving_needs_somebody_at_the_site_and_when(services: Services):
    entry = box(services)
    now = services.office.clock.now()
    dissolved = {"method": DisposalMethod.DISSOLVED}
    lacking: tuple[tuple[Mapping[str, str], datetime | None], ...] = (
        (DETAILS, None),
        (DETAILS, now),
        (DETAILS | {"on_site": "박현장"}, None),
    )
    for values, at in lacking:
        with pytest.raises(OnSiteCheckMissingError):
            services.registers.dispose(
                form_of(services, entry, values=values, on_site_at=at, **dissolved)
            )
    values = DETAILS | {"on_site": "박현장", "company": "가상용해"}
    made = services.registers.dispose(
        form_of(services, entry, values=values, on_site_at=now, **dissolved)
    )
    assert made.on_site_at == now


def test_a_medium_that_held_data_is_not_sold_before_its_destruction(services: Services):
    entry, empty = medium(services), medium(services, held_data="no", serial="WD-0002")
    assert services.registers.sell(empty.id).state is RegisterState.SOLD
    with pytest.raises(MediumNotDestroyedError):
        services.registers.sell(entry.id)
    services.registers.change(entry.id, MEDIUM | {"held_data": "no"}, "잘못 적음")
    with pytest.raises(MediumNotDestroyedError):
        services.registers.sell(entry.id)
    services.registers.dispose(form_of(services, entry))
    assert services.registers.sell(entry.id).state is RegisterState.SOLD


def test_nothing_half_told_is_recorded(services: Services):
    entry = box(services)
    for wrong, error in (
        (form_of(services, entry, items=()), RegisterEmptyError),
        (form_of(services, entry, values={}), ValuesRefusedError),
        (form_of(services, entry, photos=(Evidence(b"MZ", "image/png"),)), EvidenceKindError),
    ):
        with pytest.raises(error):
            services.registers.dispose(wrong)
    assert services.registers.disposals() == []
    assert services.registers.items()[0].state is RegisterState.IN_USE


def test_a_viewer_changes_nothing(home: OfficeHome, services: Services):
    entry = box(services)
    services.office.close()
    office = home.open(VIEWER, OTHERS_PASSWORD)
    by_viewer = Services(office)
    assert by_viewer.registers.items() == [entry]
    with pytest.raises(NotPermittedError):
        by_viewer.registers.add(RegisterKind.BOX, BOX)
    with pytest.raises(NotPermittedError):
        by_viewer.registers.dispose(form_of(by_viewer, entry))
    office.close()


def test_an_open_twin_keeps_a_destruction_partly_done(services: Services):
    person, entry = known_person(services), box(services)
    services.registers.put_twin(Twin(entry.id, person.id))
    assert services.registers.twins_of(person.id) == [Twin(entry.id, person.id)]
    plan = approved(services, person)
    assert [each.is_open for each in services.registers.twins_of_plan(plan.id)] == [True]
    result = services.destruction_run.run(plan.id)
    assert result.plan.state is PlanState.PARTIAL
    assert "twin.B-0001" in result.open_points
    form = form_of(services, entry, persons=(person.id,), plan_id=plan.id)
    services.registers.dispose(form)
    again = services.destruction_run.check_again(plan.id)
    assert "twin.B-0001" not in again.open_points
    assert services.registers.items()[0].state is RegisterState.IN_USE


def test_only_the_twin_of_what_goes_is_asked_for(services: Services):
    person, entry, other = known_person(services), box(services), box(services, label="청구")
    services.registers.put_twin(Twin(entry.id, person.id, "photo"))
    services.registers.put_twin(Twin(other.id, person.id, "payment"))
    plan = approved(services, person)
    twins = services.registers.twins_of_plan(plan.id)
    assert [each.item.number for each in twins] == ["B-0001"]


def test_an_earlier_disposal_does_not_stand_for_a_later_plan(services: Services):
    person, entry = known_person(services), box(services)
    early = services.office.clock.now() - timedelta(hours=1)
    services.registers.dispose(form_of(services, entry, persons=(person.id,), at=early))
    services.registers.put_twin(Twin(entry.id, person.id))
    plan = approved(services, person)
    assert [each.is_open for each in services.registers.twins_of_plan(plan.id)] == [True]
    for_plan = form_of(services, entry, persons=(person.id,), at=early, plan_id=plan.id)
    services.registers.dispose(for_plan)
    assert [each.is_open for each in services.registers.twins_of_plan(plan.id)] == [False]


def test_a_disposal_in_the_minute_of_the_plan_counts(services: Services):
    person, entry = known_person(services), box(services)
    services.registers.put_twin(Twin(entry.id, person.id))
    clock = services.office.clock
    clock.set(clock.now() + timedelta(seconds=40))
    plan = approved(services, person)
    minute = plan.requested_at.replace(second=0)
    services.registers.dispose(form_of(services, entry, persons=(person.id,), at=minute))
    assert [each.is_open for each in services.registers.twins_of_plan(plan.id)] == [False]


def test_nothing_is_destroyed_that_is_still_to_come(services: Services):
    entry, now = box(services), services.office.clock.now()
    ahead = now + timedelta(minutes=1)
    for field, moments in (("at", {"at": ahead}), ("on_site_at", {"on_site_at": ahead})):
        with pytest.raises(DisposalAheadError) as refused:
            services.registers.dispose(form_of(services, entry, **moments))
        assert refused.value.field == field
    assert services.registers.disposals() == []


def test_nothing_is_destroyed_before_it_was_entered(services: Services):
    entry = box(services)
    yesterday = services.office.clock.now() - timedelta(days=1)
    with pytest.raises(DisposalBeforeEntryError) as refused:
        services.registers.dispose(form_of(services, entry, at=yesterday))
    assert (refused.value.number, refused.value.added_on) == ("B-0001", services.office.today())


def test_a_box_that_is_gone_takes_no_twin(services: Services):
    person, entry = known_person(services), box(services)
    services.registers.dispose(form_of(services, entry))
    with pytest.raises(RegisterClosedError):
        services.registers.put_twin(Twin(entry.id, person.id))


def test_names_stand_in_no_file_of_the_office(services: Services):
    box(services, label=NAME, key_holder="봉열쇠")
    folder = services.office.info.folder
    services.office.close()
    for path in folder.rglob("*"):
        if path.is_file():
            assert "봉열쇠".encode() not in path.read_bytes()
