"""Who else names what is destroyed: whatever lives is looked into, the same person's data too."""

from datetime import date

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.residue import ResidueService
from tests.helpers.cases import decided, known_person, register

RARE = "독고탁이"


def mentioned(services: Services, plan: Plan) -> list[tuple[str, str]]:
    traces = ResidueService(services.office).collect(plan)
    return [(each.person_number, each.group) for each in traces.mentions]


def neighbour(services: Services, name: str, **said: str) -> Person:
    """Register somebody whose emergency contacts name another one."""
    person = register(services, name)
    known = services.people.open(person.id).contents["emergency"]
    services.people.save_group(
        person.id,
        "emergency",
        {**known.values, **said},
        expected_version=known.holding.version,
        reason="이웃",
    )
    return person


def test_what_is_held_or_waits_to_go_is_looked_into(services: Services):
    person = known_person(services, RARE)
    held = neighbour(services, "가가가", second_name=RARE)
    waiting = neighbour(services, "나나나", second_name=RARE)
    emergency = services.people.open(held.id).contents["emergency"].holding
    order = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "소송", date(2027, 6, 30))
    services.measures.order([emergency.id], order)
    decided(services, waiting)
    found = mentioned(services, decided(services, person).plan)
    assert {(held.number, "emergency"), (waiting.number, "emergency")} <= {*found}
    assert person.number not in {number for number, _ in found}


def test_a_number_that_goes_alone_is_looked_for_in_what_others_say(services: Services):
    person = known_person(services, RARE)
    identity = services.people.open(person.id).contents["identity"]
    other = neighbour(
        services, "가가가", second_name="이웃", second_phone=identity.values["mobile"]
    )
    plan = services.selection.plan_fields(identity.holding.id, ["mobile"], "본인이 지워 달라고 함")
    assert (other.number, "emergency") in mentioned(services, plan)


def test_an_item_that_goes_alone_is_looked_for_in_the_same_data(services: Services):
    person, other = known_person(services, RARE), known_person(services, "가가가")
    health = services.people.open(person.id).contents["health"]
    medicines = health.values["medicines"]
    services.people.save_group(
        person.id,
        "health",
        {**health.values, "cautions": f"{medicines} 드신 뒤 어지러워하심"},
        expected_version=health.holding.version,
        reason="덧붙임",
    )
    plan = services.selection.plan_fields(health.holding.id, ["medicines"], "본인이 지워 달라고 함")
    assert mentioned(services, plan) == [(person.number, "health")]
    assert services.people.open(other.id).contents["health"].values["medicines"] == medicines
