"""Very many rows at once are stored as they are one by one."""

from datetime import date

from sqlalchemy import text

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.databases.office_tables import person
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.repositories.bulk import insert_rows
from easycare_desktop.storage.unit_of_work import UnitOfWork

DAY = date(2026, 3, 5)
HOSTILE = {"name": '마"루\\한\n\t\x01', "address": "봄길 1\u2028</b>", "phone": ""}


def test_rows_at_once_are_like_rows_one_by_one(uow: UnitOfWork):
    alone = uow.people.add(PersonKind.RECIPIENT, DAY)
    together = uow.people.add_many([PersonKind.RECIPIENT, PersonKind.STAFF], DAY)
    assert [each.id for each in together] == [alone.id + 1, alone.id + 2]
    assert uow.people.all()[-3:] == [alone, *together]


def test_columns_may_come_in_any_order(files: OfficeFiles):
    with files.office() as connection:
        columns = ("state", "registered_on", "kind", "number", "id")
        rows = [("active", DAY, "staff", "P-00901", 901), ("gone", DAY, "staff", "P-00902", 902)]
        insert_rows(connection, person, columns, rows)
        insert_rows(connection, person, columns, [])
        stored = connection.execute(text("SELECT * FROM person WHERE id > 900 ORDER BY id"))
        assert [tuple(row)[:5] for row in stored] == [
            (901, "P-00901", "staff", "active", "2026-03-05"),
            (902, "P-00902", "staff", "gone", "2026-03-05"),
        ]


def test_holdings_begun_together_open_each_under_its_own_key(uow: UnitOfWork):
    first, second = uow.people.add_many([PersonKind.RECIPIENT] * 2, DAY)
    new = [
        NewHolding(first.id, "identity", HOSTILE, "contract", "list", DAY),
        NewHolding(second.id, "care_contract", {"ends_on": "2027-01-31"}, "contract", "list", DAY),
    ]
    numbers = uow.many.begin(new)
    assert [dict(uow.holdings.open(each).values) for each in numbers] == [
        HOSTILE,
        {"ends_on": "2027-01-31"},
    ]
    assert len({uow.keys.key_of(each) for each in numbers}) == 2
    active = [HoldingState.ACTIVE]
    (held,) = [each for each in uow.many.held("identity", active) if each.id == numbers[0]]
    assert (held.person_id, held.version, dict(held.values)) == (first.id, 1, HOSTILE)
