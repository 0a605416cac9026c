"""Form A: the office itself applies to the maker of its program."""

from collections.abc import Mapping

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.cancellation_form import (
    CancelApplicant,
    CancellationForm,
    Money,
    Subscriber,
)
from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.people import PersonKind, PersonNotFoundError
from easycare_desktop.domain.requests import Relation
from easycare_desktop.services.office_profile import PROFILE, PROGRAM_USE
from easycare_desktop.services.paper_values.common import Desk, day


def form_to_vendor(desk: Desk) -> CancellationForm:
    """Return form A, filled with the office itself as the customer of its program's maker."""
    uow = desk.step.uow
    office = uow.people.first_of(PersonKind.OFFICE)
    if office is None:
        raise PersonNotFoundError(0)
    profile = uow.holdings.open_group(office.id, PROFILE)
    use = uow.holdings.open_group(office.id, PROGRAM_USE)
    values: Mapping[str, str] = profile.values if profile else {}
    known: Mapping[str, str] = use.values if use else {}
    return CancellationForm(
        desk.head,
        desk.facts,
        Relation.A,
        addressee=known.get("vendor_name", ""),
        addressee_at=_where(known),
        subscriber=_subscriber(values, known),
        applicant=CancelApplicant(
            name=values.get("head_name", ""),
            phone=values.get("phone", ""),
            capacity=Capacity.HEAD,
        ),
        started_on=day(known.get("started_on", "")),
        money=Money(
            bank=known.get("refund_bank", ""),
            account=known.get("refund_account", ""),
            holder=known.get("refund_holder", ""),
        ),
    )


def _subscriber(values: Mapping[str, str], known: Mapping[str, str]) -> Subscriber:
    logins = (each.strip() for each in known.get("login_ids", "").split(","))
    return Subscriber(
        name=values.get("office_name", ""),
        code=values.get("facility_code", ""),
        business_number=values.get("business_number", ""),
        representative=values.get("head_name", ""),
        address=address_of(values),
        phone=values.get("phone", ""),
        fax=values.get("fax", ""),
        email=values.get("email", ""),
        login_ids=tuple(filter(None, logins)),
        contact=known.get("contact_name", ""),
    )


def _where(vendor: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return where the maker of the program is reached, as far as it is known."""
    known = (
        (phrases.ADDRESS, vendor.get("vendor_address", "")),
        (phrases.PHONE, vendor.get("vendor_phone", "")),
        (phrases.FAX, vendor.get("vendor_fax", "")),
        (phrases.EMAIL, vendor.get("vendor_email", "")),
        (phrases.BUSINESS_NUMBER, vendor.get("vendor_number", "")),
    )
    return tuple(each for each in known if each[1])


def address_of(values: Mapping[str, str]) -> str:
    """Return the address with its detail on one line."""
    return " ".join(filter(None, (values.get("address"), values.get("address_detail"))))
