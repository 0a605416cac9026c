"""Sets of papers that somebody new signs."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import Refusal


class PacketKind(Enum):
    """For whom a set is."""

    NEW_RECIPIENT = "new_recipient"
    NEW_STAFF = "new_staff"


PACKET_OF = {
    PersonKind.RECIPIENT: PacketKind.NEW_RECIPIENT,
    PersonKind.STAFF: PacketKind.NEW_STAFF,
}


@dataclass(frozen=True, slots=True)
class PacketPaper:
    """One paper of a set. `packet_id`: the first paper of the set; `returned_on`: by hand."""

    paper_id: int
    packet_id: int
    kind: PacketKind
    person_id: int
    returned_on: date | None = None
    account_id: int | None = None


class NoPacketError(Refusal):
    """There is no set of papers for this kind of person."""
