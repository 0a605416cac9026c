"""One person who was registered twice: merged with what was chosen, and parted exactly."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from easycare_desktop.domain.consents import ConsentMethod
from easycare_desktop.domain.holdings import HoldingChangedMeanwhileError, HoldingState
from easycare_desktop.domain.merging import (
    MERGE_RULE,
    Merge,
    MergeNotPossibleError,
    MergeObstacle,
    MergeOverError,
    NewerMergeStandsError,
    Place,
)
from easycare_desktop.domain.people import Person, PersonKind, PersonNotFoundError, PersonState
from easycare_desktop.domain.registers import RegisterKind, Twin
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import ReasonMissingError, Typed, Why
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.storage.databases import office_tables
from easycare_desktop.storage.repositories.merges import FOLLOWING
from tests.helpers.cases import (
    GUARDIAN,
    STAFF,
    decided,
    intake_of,
    known_person,
    next_day,
    record,
    register,
)
from tests.helpers.made_up_scans import made_up_scan

SCAN = made_up_scan("the other one")
BANK = {"bank": "가상은행", "account": "123-456-789012", "holder": "홍길순"}
BOX = {"label": "서류", "cabinet": "가", "key_holder": "봉열쇠"}
NOWHERE: frozenset[Place] = frozenset()


def state_of(services: Services, *people: Person) -> dict[str, object]:
    """Return everything that a merge may touch, but versions and histories."""
    ids = {each.id for each in people}
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        uow = step.uow
        holdings = [
            replace(holding, version=0)
            for each in sorted(ids)
            for holding in uow.holdings.of_person(each)
        ]
        return {
            "people": [uow.people.get(each) for each in sorted(ids)],
            "holdings": holdings,
            "values": {each.id: uow.holdings.open(each.id).values for each in holdings},
            "files": sorted(file.id for file in uow.files.of_holdings(h.id for h in holdings)),
            "consents": [uow.consents.of_person(each) for each in sorted(ids)],
            "requests": [each for each in uow.requests.all() if each.person_id in ids],
            "papers": [each for each in uow.papers.all() if each.person_id in ids],
            "links": uow.merges.links_of(*ids),
            "twins": uow.registers.twins_of(sorted(ids)),
            "lines": [services.search.line(each) for each in sorted(ids)],
        }


def twice(services: Services) -> tuple[Person, Person]:
    """Register somebody twice: each time with something that the other one lacks."""
    keeper, gone = known_person(services), register(services)
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=keeper.id)
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=gone.id)
    record(services, gone)
    services.people.save_group(gone.id, "bank", BANK)
    change(services, gone, mobile="010-0000-7777", phone="02-000-7777")
    identity = services.people.open(gone.id).contents["identity"].holding
    services.person_papers.add(gone.id, identity.id, Evidence(SCAN, "application/pdf"))
    services.requests.take(intake_of(services, gone))
    box = services.registers.add(RegisterKind.BOX, BOX)
    services.registers.put_twin(Twin(box.id, gone.id))
    return keeper, gone


def change(services: Services, person: Person, **fields: str) -> None:
    content = services.people.open(person.id).contents["identity"]
    typed = Typed({**content.values, **fields}, content.holding.version)
    services.corrections.save(person.id, {"identity": typed}, Why("바뀜"))


def merge(
    services: Services, keeper: Person, gone: Person, chosen: frozenset[Place] = NOWHERE
) -> Merge:
    preview = services.merging.preview(keeper.id, gone.id)
    return services.merging.merge(preview, chosen, "두 번 등록함")


def test_what_was_chosen_stays_and_everything_else_moves(services: Services):
    keeper, gone = twice(services)
    preview = services.merging.preview(keeper.id, gone.id)
    differs = {each.place for each in preview.pairs if each.differs}
    assert differs == {("identity", "mobile")}
    assert [group.code for group in preview.moving] == ["bank"]
    assert (preview.consents > 0, preview.requests, preview.scans > 0) == (True, 1, True)
    services.merging.merge(preview, frozenset({("identity", "mobile")}), "두 번 등록함")
    card = services.people.open(keeper.id)
    identity = card.contents["identity"].values
    assert (identity["mobile"], identity["phone"]) == ("010-0000-7777", "02-000-7777")
    assert card.contents["bank"].values == BANK
    assert len(card.guardians) == 2
    assert [request.person_id for request in card.requests] == [keeper.id]
    scans = services.person_papers.of_person(keeper.id).scans
    contents = [services.person_papers.open(keeper.id, each.id).content for each in scans]
    assert SCAN in contents
    assert [line.id for line in services.search.find("홍길순")] == [keeper.id]
    with pytest.raises(PersonNotFoundError):
        services.people.open(gone.id)
    changed = services.corrections.history(keeper.id)[0]
    assert (changed.reason, changed.evidence) == ("두 번 등록함", gone.number)


def test_what_is_not_used_waits_beside_for_its_own_end(services: Services):
    keeper, gone = twice(services)
    done = merge(services, keeper, gone)
    today = services.office.today()
    beside = {
        each.group: each
        for each in services.people.open(keeper.id).holdings
        if each.merged_from == gone.id
    }
    assert {each.state for each in beside.values()} == {HoldingState.ACTIVE}
    clock = beside["identity"].clock
    assert clock is not None
    assert (clock.rule, clock.until) == (MERGE_RULE, done.until)
    assert done.until == today + timedelta(days=30)
    assert beside["care_contract"].clock is None


def test_a_destruction_takes_both(services: Services):
    keeper, gone = register(services), register(services)
    merge(services, keeper, gone)
    held = {each.id for each in services.people.open(keeper.id).holdings}
    plan = decided(services, keeper).plan
    assert {item.holding_id for item in plan.items} >= held
    assert {item.person_id for item in plan.items} == {keeper.id}


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chosen=st.frozensets(st.sampled_from(("mobile", "phone", "address", "sex"))))
def test_parting_gives_exactly_what_was_before(services: Services, chosen: frozenset[str]):
    keeper, gone = twice(services)
    before = state_of(services, keeper, gone)
    done = merge(services, keeper, gone, frozenset(("identity", each) for each in chosen))
    assert state_of(services, keeper, gone) != before
    services.merging.undo(done.id, "다른 분이었음")
    assert state_of(services, keeper, gone) == before


def test_a_correction_made_since_stays(services: Services):
    keeper, gone = twice(services)
    done = merge(services, keeper, gone, frozenset({("identity", "mobile")}))
    change(services, keeper, mobile="010-0000-8888")
    services.merging.undo(done.id, "다른 분이었음")
    identity = services.people.open(keeper.id).contents["identity"].values
    assert identity["mobile"] == "010-0000-8888"
    assert "phone" not in identity


def test_of_several_merges_the_newest_comes_apart_first(services: Services):
    keeper, second, third = (register(services) for _ in range(3))
    change(services, second, mobile="010-0000-2222")
    change(services, third, mobile="010-0000-3333")
    people = (keeper, second, third)
    before = state_of(services, *people)
    mobile = frozenset({("identity", "mobile")})
    older, newer = (merge(services, keeper, each, mobile) for each in (second, third))
    assert [each.open for each in services.people.open(keeper.id).merges] == [True, False]
    with pytest.raises(NewerMergeStandsError) as refused:
        services.merging.undo(older.id, "다른 분이었음")
    assert (refused.value.number, refused.value.newer) == (older.number, newer.number)
    services.merging.undo(newer.id, "다른 분이었음")
    services.merging.undo(older.id, "다른 분이었음")
    assert state_of(services, *people) == before


def test_after_its_last_day_a_merge_stands_and_the_rest_is_due(services: Services):
    keeper, gone = register(services), register(services)
    done = merge(services, keeper, gone)
    next_day(services, 31)
    with pytest.raises(MergeOverError):
        services.merging.undo(done.id, "늦음")
    assert [each.open for each in services.people.open(keeper.id).merges] == [False]
    plan = services.destruction.propose_due()
    assert plan is not None
    assert {each.group for each in plan.items} == {"identity", "entitlement", "emergency"}


def test_the_later_of_two_windows_is_told(services: Services):
    keeper, gone = twice(services)
    preview = services.merging.preview(keeper.id, gone.id)
    change(services, gone, mobile="010-0000-9999")
    with pytest.raises(HoldingChangedMeanwhileError):
        services.merging.merge(preview, NOWHERE, "늦음")
    with pytest.raises(ReasonMissingError):
        services.merging.merge(preview, NOWHERE, " ")


def test_what_speaks_against_a_merge(services: Services):
    person, other = register(services), register(services)
    staff = services.people.register(PersonKind.STAFF, STAFF)
    ending = register(services)
    decided(services, ending)

    def obstacle(keeper: Person, gone: Person) -> MergeObstacle:
        with pytest.raises(MergeNotPossibleError) as refused:
            services.merging.preview(keeper.id, gone.id)
        return refused.value.obstacle

    assert obstacle(person, person) is MergeObstacle.SAME
    assert obstacle(person, staff) is MergeObstacle.KIND
    assert obstacle(person, ending) is MergeObstacle.ENDED
    merge(services, person, other)
    third = register(services)
    assert obstacle(third, person) is MergeObstacle.MERGED_BEFORE
    assert services.people.open(person.id).person.state is PersonState.ACTIVE


def test_a_withdrawn_consent_does_not_carry_what_the_other_has(services: Services):
    keeper, gone = known_person(services), known_person(services)
    services.withdrawals.withdraw(
        keeper.id, "newsletter_photo", ConsentMethod.PAPER, services.office.today()
    )
    with pytest.raises(MergeNotPossibleError):
        merge(services, gone, keeper)


def test_every_table_that_names_a_person_follows_or_stays_by_decision():
    """A new table with a person in it: does it follow a merge, or is it a record of its day?"""
    records = {"access_log", "plan_item", "import_item", "disposal_item"}
    elsewhere = {"holding", "twin"}
    named = {
        table.name for table in office_tables.metadata.tables.values() if "person_id" in table.c
    }
    assert named - elsewhere - records == set(FOLLOWING)
