"""Consents are read once; afterwards only of those who said something since."""

from sqlalchemy import event

from easycare_desktop.domain.consents import ConsentMethod
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.tasks import TaskKind
from tests.helpers.cases import agree, known_person, next_day, register

NAMES = ("홍길순", "김보기", "이순덕", "박견본", "최연습")


def statements(services: Services) -> list[str]:
    """Return what is asked of office.db while the first window is read."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    with services.office.files.office() as connection:
        engine = connection.engine
    event.listen(engine, "before_cursor_execute", note)
    services.today.show()
    event.remove(engine, "before_cursor_execute", note)
    return asked


def test_what_is_asked_does_not_grow_with_the_people(services: Services):
    known_person(services)
    services.today.show()
    few = statements(services)
    for name in NAMES:
        agree(services, register(services, name))
    services.today.show()
    assert len(statements(services)) == len(few)
    assert not [each for each in few if "group_concat(" in each]


def test_the_reader_of_statements_sees_a_reading_of_consents(services: Services):
    known_person(services)
    assert [each for each in statements(services) if "group_concat(" in each]


def test_what_was_said_since_counts(services: Services):
    person = known_person(services)
    assert services.consents.overview()[0].missing == ()
    services.withdrawals.withdraw(
        person.id, "sensitive_health", ConsentMethod.IN_PERSON, services.office.today()
    )
    (standing,) = services.consents.overview()
    assert [purpose.code for purpose in standing.missing] == ["sensitive_health"]
    missing = [each for each in services.today.show().tasks if each.name == "홍길순"]
    assert TaskKind.CONSENT_MISSING in {task.kind for task in missing}
    agree(services, person)
    assert services.consents.overview()[0].missing == ()


def test_another_day_counts(services: Services):
    known_person(services)
    assert services.today.show().consents_ending == 0
    ends = services.consents.overview()[0].ends_next
    assert ends is not None
    next_day(services, (ends - services.office.today()).days - 10)
    assert services.today.show().consents_ending > 0
