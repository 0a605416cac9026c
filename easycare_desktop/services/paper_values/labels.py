"""Address labels for many people: those who live and have an address that may be used."""

from easycare_desktop.documents.contents.address_labels import AddressLabels
from easycare_desktop.documents.values import Addressee
from easycare_desktop.domain.holdings import PASSED_ON
from easycare_desktop.domain.labels import LabelOrder, LabelSheet, NoAddressesError
from easycare_desktop.services.paper_values.common import Desk


def address_labels(
    desk: Desk, _subject: int, *, order: LabelOrder, sheet: LabelSheet
) -> AddressLabels:
    """Return the labels in the order of the list. Raises `NoAddressesError`."""
    known = dict(desk.step.uow.everybody.of_group("identity", PASSED_ON))
    labels = tuple(
        Addressee(values.get("name", ""), _address(values), values.get("postcode", ""))
        for each in order.people
        if (values := known.get(each, {})).get("address") and not values.get("died_on")
    )
    if not labels:
        raise NoAddressesError(len(order.people))
    desk.step.count = len(labels)
    return AddressLabels(
        office=desk.head,
        facts=desk.facts,
        sheet=sheet,
        first=min(max(order.first, 1), sheet.count),
        sender=order.sender,
        labels=labels,
    )


def _address(values: dict[str, str]) -> str:
    return " ".join(filter(None, (values.get("address"), values.get("address_detail"))))
