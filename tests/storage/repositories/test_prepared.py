"""What is handed to the driver as it is finds and writes the same as any other statement."""

from datetime import date

import pytest
from sqlalchemy import Connection, bindparam, select, update

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.storage.databases.office_tables import access_log, person
from easycare_desktop.storage.repositories.prepared import Prepared
from easycare_desktop.storage.unit_of_work import UnitOfWork

DAY = date(2026, 11, 23)
FEWEST = select(person).where(person.c.id >= bindparam("least")).order_by(person.c.id).limit(2)


@pytest.fixture
def connection(uow: UnitOfWork) -> Connection:
    uow.people.add_many([PersonKind.RECIPIENT] * 3, DAY)
    uow.people.set_last_service(2, DAY)
    uow.log.append("looked", at=uow.keys.clock.now(), account_id=1, place="PC", person_id=2)
    return uow.people._connection


@pytest.mark.parametrize(("statement", "said"), [(FEWEST, {"least": 2}), (select(access_log), {})])
def test_the_same_rows_are_found(connection: Connection, statement: object, said: dict[str, int]):
    assert isinstance(statement, type(FEWEST))
    rows = Prepared(statement).rows(connection, **said)
    assert rows == connection.execute(statement, said).all()
    assert rows
    assert rows[0]._fields == tuple(statement.selected_columns.keys())


def test_nothing_is_found_where_nothing_is(connection: Connection):
    assert Prepared(FEWEST).first(connection, least=900) is None


def test_a_day_is_written_as_any_other_statement_writes_it(connection: Connection):
    change = update(person).where(person.c.id == bindparam("wanted"))
    later = Prepared(change.values(last_service_on=bindparam("day")))
    assert later.change(connection, wanted=2, day=date(2027, 1, 2)) == 1
    assert later.change(connection, wanted=3, day=None) == 1
    assert later.change(connection, wanted=900, day=DAY) == 0
    days = select(person.c.last_service_on).where(person.c.id.in_([2, 3])).order_by(person.c.id)
    assert connection.execute(days).scalars().all() == [date(2027, 1, 2), None]
