"""A list of guardians goes out: it says whose guardian each one is, as they are tied now."""

from pathlib import Path

import pytest

from easycare_desktop.domain.exporting import ExportOrder, ExportPurpose, Leaving
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import GUARDIAN, NAME, register
from tests.helpers.opened_rows import opened_rows

SECRET = "hamster-garden-27"
RECIPIENT, OF_GUARDIAN = PersonKind.RECIPIENT, PersonKind.GUARDIAN
NAMED = FieldRef(OF_GUARDIAN, "identity", "name")
NUMBER = FieldRef(OF_GUARDIAN, "identity", "recipient_number")
WHOSE = FieldRef(RECIPIENT, "identity", "name")


@pytest.fixture
def family(services: Services) -> tuple[Person, Person, Person]:
    """Return two recipients and the guardian of both."""
    first, second = register(services), register(services, "다솜이")
    guardian = services.people.register(OF_GUARDIAN, GUARDIAN, guardian_of=first.id)
    services.people.link_guardian(second.id, guardian.id)
    return first, second, guardian


def saved(
    services: Services, folder: Path, people: tuple[Person, ...], *fields: FieldRef
) -> list[list[object]]:
    kind, path = people[0].kind, folder / "보호자.xlsx"
    leaving = Leaving(ExportPurpose.REVIEW, "12월 자체 점검", SECRET)
    order = ExportOrder(kind, tuple(each.id for each in people), fields, leaving)
    done = services.exports.save(order, path)
    assert (done.people, done.left_out) == (len(people), 0)
    return opened_rows(path, SECRET)


def test_the_numbers_of_all_recipients_stand_there(
    services: Services, tmp_path: Path, family: tuple[Person, Person, Person]
):
    first, second, guardian = family
    heads, row = saved(services, tmp_path, (guardian,), NAMED, NUMBER)
    assert heads == ["관리번호", "성명", "수급자 관리번호"]
    assert row == [guardian.number, "홍보호", f"{first.number}, {second.number}"]


def test_with_the_name_each_recipient_makes_a_row(
    services: Services, tmp_path: Path, family: tuple[Person, Person, Person]
):
    first, second, guardian = family
    heads, *rows = saved(services, tmp_path, (guardian,), NAMED, NUMBER, WHOSE)
    assert heads[-1] == "수급자 성명"
    assert [row[1:] for row in rows] == [
        ["홍보호", first.number, NAME],
        ["홍보호", second.number, "다솜이"],
    ]
    (copy,) = services.registers.items()
    assert "1명" in str(copy.values["label"])


def test_a_recipient_whose_data_may_not_go_out_is_not_told(
    services: Services, tmp_path: Path, family: tuple[Person, Person, Person]
):
    first, second, guardian = family
    holding = services.people.open(first.id).contents["identity"].holding
    order = Order(MeasureKind.SUSPENSION, MeasureCause.PERSON_ASKED, "요구서를 받음")
    services.measures.order([holding.id], order)
    _, row = saved(services, tmp_path, (guardian,), NAMED, NUMBER, WHOSE)
    assert row[1:] == ["홍보호", second.number, "다솜이"]


def test_a_list_of_recipients_carries_what_is_stored_of_the_guardian(
    services: Services, tmp_path: Path, family: tuple[Person, Person, Person]
):
    first, _, _ = family
    heads, row = saved(services, tmp_path, (first,), WHOSE, NAMED, NUMBER)
    assert heads[-1] == "첫째 보호자 수급자 관리번호"
    assert row[1:3] == [NAME, "홍보호"]
