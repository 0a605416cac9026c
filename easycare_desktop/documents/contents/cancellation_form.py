"""「이지케어 서비스 이용취소 신청서」, relation A and B, blank or filled."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from easycare_desktop.documents.values import GoingItem, KeptItem, Office, PrintFacts
from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.requests import Channel, Relation, RequestScope


class CancelReason(Enum):
    """The reasons offered on the form."""

    END = "end"
    ELSEWHERE = "elsewhere"
    CLOSURE = "closure"
    FACILITY_OR_DEATH = "facility_or_death"
    FEE = "fee"
    PRIVACY = "privacy"
    OTHER = "other"


class Afterwards(Enum):
    """What shall become of the data."""

    DESTROY_NOW = "destroy_now"
    AFTER_LAWFUL_STAY = "after_lawful_stay"


class Told(Enum):
    """The notices that the applicant confirms one by one."""

    SERVICE_ENDS = "service_ends"
    LAW_KEEPS = "law_keeps"
    NO_RETURN = "no_return"
    TO_NHIS = "to_nhis"


class Attachment(Enum):
    """Papers that come with the form."""

    ID_CARD = "id_card"
    POWER_OF_ATTORNEY = "power_of_attorney"
    GUARDIANSHIP_RECORD = "guardianship_record"
    BUSINESS_LICENCE = "business_licence"


@dataclass(frozen=True, slots=True)
class CareUser:
    """The user in relation B. `number` is 인정번호 or 사번."""

    name: str = ""
    birth: date | None = None
    number: str = ""
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Subscriber:
    """The user in relation A: the office that subscribed to the program."""

    name: str = ""
    code: str = ""
    business_number: str = ""
    representative: str = ""
    address: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    login_ids: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class CancelApplicant:
    """Who applies, and in which capacity."""

    name: str = ""
    birth: date | None = None
    phone: str = ""
    capacity: Capacity | None = None
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """Settlement in won. None prints an empty line to write on."""

    unpaid: int | None = None
    refund: int | None = None
    bank: str = ""
    account: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True)
class DataWish:
    """A copy before the end, and what becomes of the rest."""

    copy_wanted: bool | None = None
    form: str = ""
    medium: str = ""
    recipient: str = ""
    received_on: date | None = None
    afterwards: Afterwards | None = None


@dataclass(frozen=True, slots=True)
class ConsentToWithdraw:
    """One living consent, ticked when it shall be withdrawn."""

    label: str
    given_on: date | None = None
    withdraw: bool = False


@dataclass(frozen=True, slots=True)
class OfficeUse:
    """The part that the office fills in."""

    taken_by: str = ""
    identity_check: str = ""
    checked_on: date | None = None
    due_on: date | None = None
    handled_by: str = ""
    approved_by: str = ""
    done_on: date | None = None
    notified_on: date | None = None
    notified_how: str = ""


@dataclass(frozen=True, slots=True)
class CancellationForm:
    """The whole form. Every part has an empty default: the blank form is the same value.

    `addressee` is who takes the form in: the office itself in B, the maker of the program in A;
    `addressee_at` how it is reached, as label and words.
    """

    office: Office
    facts: PrintFacts
    relation: Relation
    addressee: str
    addressee_at: tuple[tuple[str, str], ...] = ()
    request_number: str = ""
    received_at: datetime | None = None
    channel: Channel | None = None
    scope: RequestScope | None = None
    part: str = ""
    user: CareUser = CareUser()
    subscriber: Subscriber = Subscriber()
    applicant: CancelApplicant = CancelApplicant()
    started_on: date | None = None
    wish_on: date | None = None
    last_service_on: date | None = None
    reason: CancelReason | None = None
    reason_text: str = ""
    money: Money = Money()
    data: DataWish = DataWish()
    told: frozenset[Told] = frozenset()
    kept: tuple[KeptItem, ...] = ()
    going: tuple[GoingItem, ...] = ()
    consents: tuple[ConsentToWithdraw, ...] = ()
    attached: frozenset[Attachment] = frozenset()
    signed_on: date | None = None
    signature: bytes = b""
    signature_note: str = ""
    office_use: OfficeUse = OfficeUse()
