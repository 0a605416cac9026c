"""What a clerk does in an office, in one line each: people, consents, requests, destructions."""

from collections.abc import Mapping
from datetime import date, timedelta

from easycare_desktop.domain.consents import (
    Capacity,
    ConsentLine,
    ConsentMethod,
    ConsentResult,
    Signer,
)
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan
from easycare_desktop.domain.people import EndingReason, Person, PersonKind
from easycare_desktop.domain.requests import (
    TOLD_ITEMS,
    Applicant,
    Channel,
    Intake,
    Proof,
    Relation,
    Request,
    RequestScope,
    Settlement,
    Verification,
)
from easycare_desktop.domain.second_notices import Notified, Telling
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from easycare_desktop.services.decisions import Decision
from easycare_desktop.services.destruction import Approval
from easycare_desktop.services.evidence import Evidence
from tests.helpers.made_up_scans import made_up_scan
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import OfficeHome

NAME = "홍길순"
LAST_SERVICE = date(2026, 11, 20)
SCAN = made_up_scan(NAME)
PERSON: Mapping[str, Mapping[str, str]] = {
    "identity": {
        "name": NAME,
        "birth": "1941-03-05",
        "sex": "female",
        "mobile": "010-0000-1234",
        "postcode": "01234",
        "address": "행복시 나눔구 봄길 77",
        "address_detail": "101동 202호",
    },
    "entitlement": {
        "ltc_number": "L0012345678",
        "grade": "3",
        "valid_from": "2025-01-01",
        "valid_until": "2028-12-31",
        "copay": "general",
    },
    "care_contract": {
        "party_name": NAME,
        "ltc_number": "L0012345678",
        "service": "visit_care",
        "contract_on": "2025-01-02",
        "starts_on": "2025-01-03",
    },
    "care_record": {"first_on": "2025-01-03", "sheets": "120"},
    "payment": {
        "payer_name": NAME,
        "method": "transfer",
        "paid_from": "2025-02-10",
        "last_paid_on": "2026-11-10",
    },
    "emergency": {"first_name": "홍비상", "first_phone": "010-0000-5678"},
    "complaint": {
        "received_on": "2026-03-02",
        "subject": "시간을 바꿔 달라고 하심",
        "closed_on": "2026-03-05",
    },
}
GUARDIAN: Mapping[str, Mapping[str, str]] = {
    "identity": {"name": "홍보호", "relation": "child", "mobile": "010-0000-9999"}
}
STAFF: Mapping[str, Mapping[str, str]] = {
    "identity": {"name": "봉직원", "birth": "1975-05-05", "mobile": "010-0000-7777"},
    "employment": {"worker_name": "봉직원", "job": "care_worker", "hired_on": "2024-02-01"},
    "payroll": {"bank": "나눔은행", "account": "000-00-123456", "holder": "봉직원"},
}
HEALTH = {"diseases": "가상 고혈압", "medicines": "가상 혈압약"}
PHOTO = {"taken_from": "2025-03-01", "pictures": "12"}


def register(services: Services, name: str = NAME, **more: Mapping[str, str]) -> Person:
    """Register a recipient with everything that needs no consent."""
    values = {code: dict(fields) for code, fields in PERSON.items()} | more
    values["identity"]["name"] = name
    return services.people.register(PersonKind.RECIPIENT, values, registered_on=date(2025, 1, 2))


def agree(
    services: Services,
    person: Person,
    result: ConsentResult = ConsentResult.GIVEN,
    evidence: Evidence | None = None,
) -> list[ConsentLine]:
    """Record what a person said to every purpose of the form."""
    said = [Said(purpose.code, result) for purpose in services.consents.purposes_for(person.kind)]
    signer = Signer(NAME, Capacity.SELF)
    today = services.office.today()
    return services.consents.record(person.id, said, signer, ConsentMethod.PAPER, today, evidence)


def known_person(services: Services, name: str = NAME) -> Person:
    """Register a recipient who agreed to everything, with health and photo."""
    person = register(services, name)
    agree(services, person, evidence=Evidence(SCAN, "application/pdf"))
    services.people.save_group(person.id, "health", HEALTH)
    services.people.save_group(person.id, "photo", PHOTO)
    return person


def intake_of(services: Services, person: Person, **changes: object) -> Intake:
    """Return the signed form of a recipient who cancels everything."""
    known: dict[str, object] = {
        "relation": Relation.B,
        "person_id": person.id,
        "applicant": Applicant(NAME, "010-0000-1234", Capacity.SELF, birth="1941-03-05"),
        "scope": RequestScope.ALL,
        "channel": Channel.VISIT,
        "received_on": services.office.today(),
        "wish_on": services.office.today(),
        "last_service_on": LAST_SERVICE,
        "ending": EndingReason.CANCELLED,
        "told": TOLD_ITEMS,
        "remark": "이사 가서 그만둡니다",
    }
    return Intake(**(known | changes))


def settled(services: Services, person: Person, **changes: object) -> Request:
    """Take a request in, check who applied, and settle."""
    request = services.requests.take(intake_of(services, person, **changes))
    today = services.office.today()
    services.requests.verify(request.id, Verification((Proof.ID_CARD,), today))
    return services.requests.settle(request.id, Settlement(refund=12_000, holder=NAME))


def decided(services: Services, person: Person, **changes: object) -> Decision:
    """Take the request of a person up to its decision."""
    return services.decisions.decide(settled(services, person, **changes).id)


def approval_of(services: Services, plan: Plan, login: str = SECOND) -> Approval:
    """Return what a second person types into the dialog."""
    to_type = services.destruction.view(plan.id).to_type
    today = services.office.today()
    return Approval(to_type, today.isoformat(), login, OTHERS_PASSWORD)


def approved(services: Services, person: Person) -> Plan:
    """Take the request of a person up to the approved plan, with every outside copy ticked."""
    plan = decided(services, person).plan
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    return services.destruction.approve_in_place(plan.id, approval_of(services, plan))


def next_day(services: Services, days: int = 1) -> None:
    """Let days go by."""
    clock = services.office.clock
    clock.set(clock.now() + timedelta(days=days))


def correct(services: Services, person: Person) -> object:
    """Correct one field of a recipient."""
    changed = dict(PERSON["identity"]) | {"address_detail": "3호"}
    return services.people.save_group(
        person.id, "identity", changed, expected_version=1, reason="이사"
    )


def record(services: Services, person: Person) -> object:
    """Record that a person refused marketing."""
    today = services.office.today()
    said = [Said("marketing", ConsentResult.REFUSED)]
    return services.consents.record(
        person.id, said, Signer(NAME, Capacity.SELF), ConsentMethod.PAPER, today
    )


def names_in(home: OfficeHome) -> list[str]:
    """Open a closed office, and return who is found in it; its log must be whole."""
    office = home.open()
    services = Services(office)
    services.start()
    names = [line.name for line in services.people.find("")]
    assert services.log.check().first_broken is None
    office.close()
    return names


def newest_plan(services: Services) -> Plan:
    """Return the plan that was made last."""
    return services.destruction.view(services.destruction.all()[0].id).plan


def tell_result(services: Services, request_id: int) -> Request:
    """Tell the applicant the result by a letter of today, which closes the case."""
    told = Notified(services.office.today(), Telling.POST)
    return services.requests.notified(request_id, told)
