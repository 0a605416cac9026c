"""An office of an older program: settled contracts whose day it kept in the open."""

from datetime import date

from sqlalchemy import update

from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.databases.office_tables import holding
from tests.helpers.cases import known_person
from tests.helpers.offices import OfficeHome

_OVER = date(2026, 6, 30)


def watched(services: Services) -> set[date]:
    with services.office.files.office() as connection:
        rows = connection.exec_driver_sql("SELECT watched_on FROM holding WHERE watched_on > ''")
        return {date.fromisoformat(row[0]) for row in rows}


def test_they_are_forgotten_once(home: OfficeHome, services: Services):
    person = known_person(services)
    content = services.people.open(person.id).contents["care_contract"]
    values = {
        **content.values,
        "ends_on": _OVER.isoformat(),
        "last_service_on": _OVER.isoformat(),
        "ended_why": "expired",
    }
    reason, version = "끝남", content.holding.version
    services.people.save_group(
        person.id, "care_contract", values, expected_version=version, reason=reason
    )
    assert _OVER not in watched(services)
    change = update(holding).where(holding.c.id == content.holding.id).values(watched_on=_OVER)
    with services.office.files.office() as connection:
        connection.execute(change)
    for known, left in (("1", {_OVER}), ("", set[date]())):
        services.office.files.set_named_value("watched.settled", known)
        services.office.close()
        services = Services(home.open())
        services.start()
        assert watched(services) & {_OVER} == left, "it is looked for but once"
    services.office.close()
