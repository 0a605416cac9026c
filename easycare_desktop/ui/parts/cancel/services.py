"""The services behind 이용취소 접수."""

from dataclasses import dataclass

from easycare_desktop.services.consents import ConsentService
from easycare_desktop.services.decisions import DecisionService
from easycare_desktop.services.destruction import DestructionService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people import PeopleService
from easycare_desktop.services.requests import RequestService
from easycare_desktop.services.vendor_requests import VendorRequestService
from easycare_desktop.ui.parts.shared.drafts import DraftKeeping


@dataclass(frozen=True, slots=True)
class CancelServices:
    """Handed to the page by the composition root."""

    office: OpenOffice
    people: PeopleService
    consents: ConsentService
    requests: RequestService
    vendor: VendorRequestService
    decisions: DecisionService
    destruction: DestructionService
    drafts: DraftKeeping
