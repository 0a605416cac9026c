from easycare_desktop.services.bundle import Services
from tests.helpers.cases import known_person


def test_an_edited_row_is_found(services: Services):
    known_person(services)
    assert services.log.check().first_broken is None
    with services.office.files.office() as connection:
        connection.exec_driver_sql("UPDATE access_log SET account_id = 2 WHERE seq = 3")
    assert services.log.check().first_broken == 3


def test_a_removed_row_is_found(services: Services):
    known_person(services)
    with services.office.files.office() as connection:
        connection.exec_driver_sql("DELETE FROM access_log WHERE seq = 2")
    assert services.log.check().first_broken == 2


def test_the_log_tells_whose_data(services: Services):
    person = known_person(services)
    services.people.open(person.id)
    entry = services.log.newest(person_id=person.id)[0]
    assert (entry.action, entry.person_id) == ("people.open", person.id)
    assert {each.person_id for each in services.log.newest(person_id=person.id)} == {person.id}
