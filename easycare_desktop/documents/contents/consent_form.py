"""동의서: consent to collection and use, one block per purpose (Act art. 15, 17, 22, 23, 24)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from easycare_desktop.documents.values import NOBODY, Office, PrintFacts, Signer


class BlockKind(Enum):
    """The kinds of consent that law wants apart from each other (Act art. 22(1))."""

    REQUIRED = "required"
    SENSITIVE = "sensitive"
    UNIQUE_ID = "unique_id"
    OPTIONAL = "optional"
    MARKETING = "marketing"
    PROVISION = "provision"


class Answer(Enum):
    """What is ticked. Nothing is, unless it was recorded."""

    NONE = "none"
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One line of a block. `receiver` is filled only where data goes to a third party."""

    purpose: str
    items: str
    period: str
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A box of its own inside a block, such as a channel of contact."""

    label: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class ConsentBlock:
    """One consent: what for, which items, how long, the right to refuse and its price.

    `title` reads as in the catalogue, with its [필수] or [선택]; `text_version` names its wording.
    """

    kind: BlockKind
    title: str
    rows: tuple[ConsentRow, ...]
    refusal: str
    answer: Answer = Answer.NONE
    channels: tuple[Choice, ...] = ()
    text_version: str = ""


@dataclass(frozen=True, slots=True)
class LegalRow:
    """What is processed without consent, and on which ground (Act art. 22(3))."""

    items: str
    purpose: str
    basis: str
    period: str


@dataclass(frozen=True, slots=True)
class ConsentPerson:
    """Whose data it is. Empty for a blank form."""

    name: str = ""
    birth: date | None = None
    number: str = ""
    phone: str = ""


class LegalCapacity(Enum):
    """Why somebody may consent for another (Act art. 22-2, Decree art. 17-2 and 45)."""

    PARENT_OF_MINOR = "parent_of_minor"
    ADULT_GUARDIAN = "adult_guardian"
    LIMITED_GUARDIAN = "limited_guardian"


@dataclass(frozen=True, slots=True)
class LegalRepresentative:
    """Who consents in the place of the person concerned. Empty on a blank form."""

    name: str = ""
    birth: date | None = None
    phone: str = ""
    relation: str = ""
    capacity: LegalCapacity | None = None


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """A consent form, blank or filled; `text_version` names the wording of most of its blocks.

    `text_since` is the first day of that wording, None where it was not recorded. `only`: the form
    asks for this kind of consent alone. `legal`: a legal representative consents.
    """

    office: Office
    facts: PrintFacts
    text_version: str
    text_since: date | None
    person: ConsentPerson
    blocks: tuple[ConsentBlock, ...]
    without_consent: tuple[LegalRow, ...] = ()
    withdrawal: str = ""
    signed_on: date | None = None
    signer: Signer = NOBODY
    agent: Signer = NOBODY
    received_by: str = ""
    only: BlockKind | None = None
    legal: LegalRepresentative | None = None

    @property
    def edition(self) -> str:
        """All versions of its wording."""
        own = {block.text_version for block in self.blocks}
        return ", ".join(sorted((own - {""}) | {self.text_version}))
