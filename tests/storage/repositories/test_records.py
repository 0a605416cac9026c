from datetime import date, timedelta

import pytest

from easycare_desktop.domain.destruction import (
    PlanAction,
    PlanCause,
    PlanItem,
    PlanNotFoundError,
    PlanState,
    plan_digest,
)
from easycare_desktop.domain.holdings import Clock
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.relations import LinkEnding
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.storage.repositories.access_log import FIRST
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.repositories.drafts import Draft, DraftsRepository
from easycare_desktop.storage.repositories.separated import SeparatedRepository
from easycare_desktop.storage.unit_of_work import UnitOfWork
from tests.helpers.offices import NOW

DAY = date(2026, 11, 23)
ITEM = PlanItem(11, 1, "identity", PlanAction.DESTROY)
KEPT = PlanItem(12, 1, "care_contract", PlanAction.SEPARATE, "L-01", DAY, date(2031, 11, 23))


def test_nobody_stays_tied_to_a_number_that_is_all_that_is_left(uow: UnitOfWork):
    kinds = [PersonKind.RECIPIENT, *[PersonKind.GUARDIAN] * 3]
    recipient, former, first, other = uow.people.add_many(kinds, DAY)
    uow.people.link_many([(recipient.id, each.id, each.id) for each in (former, first, other)])
    why = LinkEnding.REPLACED
    uow.relations.end(recipient.id, former.id, DAY, why, at=NOW, account_id=1)
    uow.people.be_gone([other.id])
    assert uow.people.guardians_of(recipient.id) == [first.id]
    uow.people.be_gone([former.id])
    assert [each.guardian_id for each in uow.relations.of(recipient.id)] == [former.id]
    uow.people.be_gone([recipient.id])
    assert recipient.id not in uow.people.all_guardians()
    assert first.id in uow.relations.untied()
    assert uow.relations.of(recipient.id) == []
    assert uow.people.get(recipient.id).state is PersonState.GONE


def test_a_plan_comes_back_as_it_was_put_in(uow: UnitOfWork):
    plan = uow.plans.add(
        PlanCause.REQUEST, [KEPT, ITEM], requested_by=1, at=NOW, due_on=DAY, request_id=3
    )
    assert (plan.number, plan.state) == ("D2026-0001", PlanState.AWAITING)
    assert set(plan.items) == {ITEM, KEPT}
    assert plan.digest == plan_digest(plan.number, [ITEM, KEPT])
    assert uow.plans.of_person(1) == [plan]
    assert uow.plans.in_state(PlanState.AWAITING) == [plan]
    with pytest.raises(PlanNotFoundError):
        uow.plans.get(4711)


def test_plans_are_numbered_by_year(uow: UnitOfWork):
    later = NOW + timedelta(days=60)
    numbers = [
        uow.plans.add(PlanCause.ENDING, [], requested_by=1, at=at, due_on=DAY).number
        for at in (NOW, NOW, later)
    ]
    assert numbers == ["D2026-0001", "D2026-0002", "D2027-0001"]


def test_facts_are_added_to(uow: UnitOfWork):
    plan = uow.plans.add(PlanCause.ENDING, [ITEM], requested_by=1, at=NOW, due_on=DAY)
    uow.plans.record(plan.id, {"a": 1})
    uow.plans.record(plan.id, {"b": [2]})
    assert uow.plans.facts(plan.id) == {"a": 1, "b": [2]}


def test_the_log_is_a_chain(uow: UnitOfWork):
    seq, prev = uow.log.head()
    entry = uow.log.append("people.open", at=NOW, account_id=1, place="PC", person_id=7)
    assert (entry.seq, entry.prev_hash) == (seq + 1, prev)
    assert entry.hash != prev != FIRST
    assert uow.log.head() == (entry.seq, entry.hash)
    assert uow.log.newest(1) == [entry]
    assert uow.log.first_broken() is None


def test_named_values(uow: UnitOfWork):
    assert uow.meta.get("nothing", "default") == "default"
    uow.meta.put("name", "one")
    uow.meta.put("name", "two")
    assert uow.meta.get("name") == "two"
    assert [uow.meta.count_up("counter") for _ in range(3)] == [1, 2, 3]


def test_rows_of_law_stay_as_the_officer_left_them(uow: UnitOfWork):
    uow.law_rows.fill({"X-1": {"years": 5}})
    uow.law_rows.confirm("X-1", DAY, 1)
    uow.law_rows.fill({"X-1": {"years": 9}})
    row = next(row for row in uow.law_rows.all() if row.code == "X-1")
    assert (row.payload, row.confirmed_on, row.confirmed_by) == ({"years": 5}, DAY, 1)


def test_guardians_in_order(uow: UnitOfWork):
    person, one, two = (uow.people.add(PersonKind.RECIPIENT, DAY).id for _ in range(3))
    uow.people.link(person, two, 1)
    uow.people.link(person, one, 2)
    assert uow.people.guardians_of(person) == [two, one]
    assert uow.people.recipients_of(one) == [person]


def test_some_people(uow: UnitOfWork):
    ids = [uow.people.add(PersonKind.STAFF, DAY).id for _ in range(3)]
    assert set(uow.people.some([ids[0], ids[2], 4711])) == {ids[0], ids[2]}
    assert uow.people.some(range(10_000, 12_000)) == {}
    office = uow.people.first_of(PersonKind.OFFICE)
    assert office is not None
    assert office.id == 1
    assert uow.people.first_of(PersonKind.ENQUIRER) is None


def test_sealed_files(uow: UnitOfWork, files: OfficeFiles):
    person = uow.people.add(PersonKind.RECIPIENT, DAY)
    new = NewHolding(person.id, "consent_paper", {}, "law", "visit", DAY)
    (holding,) = uow.holdings.add([new])
    kept = uow.files.add(holding.id, b"a scan", "image/png", at=NOW, account_id=1)
    assert uow.files.read(kept.id) == (kept, b"a scan")
    assert uow.files.of_holdings([holding.id]) == [kept]
    assert (kept.size, len(kept.name)) == (6, 32)
    path = files.folder / "files" / kept.name
    assert b"a scan" not in path.read_bytes()
    assert uow.files.remove_files([kept, kept]) == 1
    with pytest.raises(FileDamagedError):
        uow.files.read(kept.id)


def test_what_moves_to_the_second_vault(uow: UnitOfWork, files: OfficeFiles):
    person = uow.people.add(PersonKind.RECIPIENT, DAY)
    new = NewHolding(person.id, "payment", {"payer_name": "홍길순"}, "law", "visit", DAY)
    (holding,) = uow.holdings.add([new])
    scan = uow.files.add(holding.id, b"a scan", "image/png", at=NOW, account_id=1)
    key = uow.keys.key_of(holding.id)
    found = uow.holdings.sealed_row(holding.id)
    assert found is not None
    with files.separated() as connection:
        vault = SeparatedRepository(connection)
        for _ in range(2):
            vault.put(
                holding,
                Clock("L-05", DAY, date(2031, 11, 23)),
                found[1],
                [(2, NOW, 1, b"change")],
                [scan],
                person_number=person.number,
                plan_number="D2026-0001",
                at=NOW,
            )
        (kept,) = vault.all()
        assert (kept.id, kept.until) == (holding.id, date(2031, 11, 23))
        assert vault.open(holding.id, key) == {"payer_name": "홍길순"}
        assert vault.files_of([holding.id, 4711]) == [scan]
        assert vault.delete([holding.id, 4711]) == 1
        assert vault.get(holding.id) is None


def test_drafts(files: OfficeFiles):
    with files.drafts() as connection:
        drafts = DraftsRepository(connection)
        drafts.keep(1, Draft("person", 0, NOW, {"name": "하나"}))
        drafts.keep(1, Draft("person", 0, NOW, {"name": "둘"}))
        drafts.keep(2, Draft("person", 0, NOW, {"name": "셋"}))
        found = drafts.get(1, "person", 0)
        assert found == Draft("person", 0, NOW, {"name": "둘"})
        assert len(drafts.all_texts()) == 2
        drafts.keep(1, Draft("person", 7, NOW + timedelta(minutes=1), {"name": "넷"}))
        assert [each.subject for each in drafts.of_account(1)] == [7, 0]
        drafts.drop(1, "person", 0)
        assert drafts.get(1, "person", 0) is None
