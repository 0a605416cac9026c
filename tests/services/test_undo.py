"""What was just written down goes again with its key, as long as nothing was done with it."""

from pathlib import Path

import pytest

from easycare_desktop.domain.exporting import ExportOrder, ExportPurpose, Leaving, first_fields
from easycare_desktop.domain.import_undo import PersonStaysError, Stays
from easycare_desktop.domain.people import Person, PersonKind, PersonNotFoundError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import NothingToUndoError, Typed, Why
from easycare_desktop.services.office import OpenOffice
from tests.helpers.cases import GUARDIAN, agree, register
from tests.helpers.offices import OfficeHome
from tests.services.test_merging import BANK, change, merge

WHY = "방금 적은 것을 되돌림"
COMPLAINT = {"received_on": "2026-03-02", "subject": "시간을 바꿔 달라고 하심"}


def undo(services: Services) -> str:
    offer = services.undo.last()
    assert offer is not None
    return services.undo.undo(WHY, offer.number).name


def keys_of(services: Services, person: Person) -> set[int]:
    return {each.id for each in services.people.open(person.id).holdings}


def test_who_was_just_registered_goes_with_the_keys(services: Services, office: OpenOffice):
    recipient = register(services)
    keys = keys_of(services, recipient)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=recipient.id)
    assert undo(services) == "홍보호"
    assert services.people.open(recipient.id).guardians == ()
    assert undo(services) == "홍길순"
    for each in (guardian, recipient):
        with pytest.raises(PersonNotFoundError):
            services.people.open(each.id)
    assert keys <= office.keys.tombstones()
    assert services.search.find("홍") == []
    assert services.undo.last() is None
    assert services.imports.runs() == []
    with pytest.raises(NothingToUndoError):
        services.undo.undo(WHY, 1)


def test_what_was_added_goes_and_what_was_corrected_with_it_comes_back(
    services: Services, office: OpenOffice
):
    person = services.people.register(PersonKind.RECIPIENT, {"identity": IDENTITY})
    identity = services.people.open(person.id).contents["identity"]
    moved = {**identity.values, "address": "다른 길 5"}
    services.corrections.save(
        person.id,
        {"identity": Typed(moved, identity.holding.version), "complaint": Typed(COMPLAINT)},
        Why("이사"),
    )
    added = services.people.open(person.id).contents["complaint"].holding.id
    undo(services)
    card = services.people.open(person.id)
    assert "complaint" not in card.contents
    assert card.contents["identity"].values == identity.values
    assert added in office.keys.tombstones()
    assert undo(services) == "홍길순"


def test_what_was_added_alone_goes_and_the_step_before_it_comes_next(services: Services):
    person = register(services)
    change(services, person, mobile="010-7777-7777")
    services.people.save_group(person.id, "bank", BANK)
    assert undo(services) == "홍길순"
    assert "bank" not in services.people.open(person.id).contents
    assert mobiles(services, person) == ["010-7777-7777"]
    undo(services)
    assert mobiles(services, person) == ["010-0000-1234"]


def test_with_a_consent_on_record_a_registration_stays(services: Services):
    person = register(services)
    agree(services, person)
    with pytest.raises(PersonStaysError) as refused:
        undo(services)
    assert refused.value.why is Stays.CONSENT
    assert services.people.open(person.id).name == "홍길순"


def test_what_stays_is_passed_over_and_the_step_before_it_is_reached(services: Services):
    first = register(services, "김영희")
    change(services, first, mobile="010-7777-7777")
    agree(services, register(services))
    with pytest.raises(PersonStaysError):
        undo(services)
    assert undo(services) == "김영희"
    identity = services.people.open(first.id).contents["identity"].values
    assert identity["mobile"] == "010-0000-1234"


def test_a_merge_is_the_step_that_is_undone_next(services: Services):
    keeper = register(services)
    change(services, keeper, mobile="010-7777-7777")
    gone = register(services)
    change(services, gone, mobile="010-8888-8888")
    merge(services, keeper, gone, frozenset({("identity", "mobile")}))
    offer = services.undo.last()
    assert offer is not None
    assert (offer.name, offer.gone_number) == ("홍길순", gone.number)
    assert undo(services) == "홍길순"
    assert mobiles(services, keeper, gone) == ["010-7777-7777", "010-8888-8888"]
    undo(services)
    assert mobiles(services, keeper, gone) == ["010-7777-7777", "010-0000-1234"]
    undo(services)
    with pytest.raises(PersonNotFoundError):
        services.people.open(gone.id)
    undo(services)
    assert mobiles(services, keeper) == ["010-0000-1234"]


def test_what_was_corrected_after_a_merge_is_undone_before_it(services: Services):
    keeper, gone = register(services), register(services)
    change(services, gone, mobile="010-8888-8888")
    merge(services, keeper, gone, frozenset({("identity", "mobile")}))
    change(services, keeper, mobile="010-9999-9999")
    undo(services)
    assert mobiles(services, keeper) == ["010-8888-8888"]
    undo(services)
    assert mobiles(services, keeper, gone) == ["010-0000-1234", "010-8888-8888"]
    undo(services)
    assert mobiles(services, keeper, gone) == ["010-0000-1234", "010-0000-1234"]


def test_steps_of_somebody_who_was_merged_away_are_passed_over(services: Services):
    keeper = register(services)
    change(services, keeper, mobile="010-7777-7777")
    gone = register(services)
    change(services, gone, mobile="010-8888-8888")
    services.people.save_group(gone.id, "bank", BANK)
    merge(services, keeper, gone)
    offer = services.undo.last()
    assert offer is not None
    services.corrections.pass_over(offer.number)
    assert undo(services) == "홍길순"
    assert mobiles(services, keeper) == ["010-0000-1234"]
    assert services.people.open(keeper.id).contents["bank"].values == BANK


def test_a_merge_that_was_undone_elsewhere_is_not_offered(services: Services):
    keeper, gone = register(services), register(services)
    done = merge(services, keeper, gone)
    services.merging.undo(done.id, WHY)
    offer = services.undo.last()
    assert offer is not None
    assert (offer.person_id, offer.newcomer) == (gone.id, True)


def mobiles(services: Services, *people: Person) -> list[str]:
    return [services.people.open(each.id).contents["identity"].values["mobile"] for each in people]


def test_a_stop_after_the_keys_ended_is_finished_at_the_next_opening(
    home: OfficeHome, monkeypatch: pytest.MonkeyPatch
):
    services = Services(home.open())
    services.start()
    person = register(services)
    monkeypatch.setattr(services.import_undoing, "_reverse", _stop)
    with pytest.raises(KeyboardInterrupt):
        undo(services)
    services.office.close()
    again = Services(home.open())
    again.start()
    with pytest.raises(PersonNotFoundError):
        again.people.open(person.id)
    again.office.close()


def _stop(*_args: object) -> None:
    raise KeyboardInterrupt


IDENTITY = {"name": "홍길순", "birth": "1941-03-05", "sex": "female", "mobile": "010-0000-1234"}


def test_who_stands_on_a_list_that_left_stays(services: Services, tmp_path: Path):
    person = services.people.register(PersonKind.RECIPIENT, {"identity": IDENTITY})
    fields = first_fields(services.office.catalogue, person.kind)
    why = ExportPurpose.REVIEW, "12월 자체 점검", "hamster-garden-27"
    order = ExportOrder(person.kind, (person.id,), fields, Leaving(*why))
    services.exports.save(order, tmp_path / "명단.xlsx")
    with pytest.raises(PersonStaysError) as refused:
        undo(services)
    assert refused.value.why is Stays.PAPER


def test_what_was_added_and_corrected_goes_once_that_is_undone(services: Services):
    person = register(services)
    services.people.save_group(person.id, "bank", BANK)
    holding = services.people.open(person.id).contents["bank"].holding
    other = {"bank": Typed({**BANK, "holder": "홍길동"}, holding.version)}
    services.corrections.save(person.id, other, Why("다른 예금주"))
    undo(services)
    assert services.people.open(person.id).contents["bank"].values["holder"] == BANK["holder"]
    undo(services)
    assert "bank" not in services.people.open(person.id).contents


def test_what_was_corrected_elsewhere_stays(services: Services):
    person = register(services)
    services.people.save_group(person.id, "bank", BANK)
    holding = services.people.open(person.id).contents["bank"].holding
    with pytest.raises(PersonStaysError):
        correct_beside(services, person, {**BANK, "holder": "홍길동"}, holding.version)
    assert services.people.open(person.id).contents["bank"].values["holder"] == "홍길동"


def correct_beside(
    services: Services, person: Person, values: dict[str, str], version: int
) -> None:
    """Correct an entry by a way that this session does not know of, then undo it."""
    services.people.save_group(
        person.id, "bank", values, expected_version=version, reason="목록에서"
    )
    ids = [services.people.open(person.id).contents["bank"].holding.id]
    services.import_undoing.undo_entry(person.id, ids, "되돌림", newcomer=False)


def test_a_registration_to_which_more_was_added_stays(services: Services):
    person = register(services)
    begun = {each.holding.id for each in services.people.open(person.id).contents.values()}
    services.people.save_group(person.id, "bank", BANK)
    with pytest.raises(PersonStaysError) as refused:
        services.import_undoing.undo_entry(person.id, begun, "되돌림", newcomer=True)
    assert refused.value.why is Stays.MORE
    assert "bank" in services.people.open(person.id).contents
