"""Values that many papers share: plain text, numbers and dates, ready to be printed.

Text is text: whatever stands in a field prints as it is, never as markup. Pictures (seal,
signatures) are the bytes of a PNG, never a path. Moments are aware and in Asia/Seoul.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from easycare_desktop.domain.return_codes import Slip


class Mark(Enum):
    """A doubt that has to stand on every paper made while it lasts."""

    FRESHNESS_UNPROVEN = "freshness_unproven"
    CLOCK_JUMPED = "clock_jumped"


@dataclass(frozen=True, slots=True)
class Look:
    """What the office chose for its papers: heads of the approval box, and its own wording.

    `wording`: code and text of each free paragraph that is not the program's own.
    """

    version: int = 0
    signs: tuple[str, str, str] = ("", "", "")
    wording: tuple[tuple[str, str], ...] = ()

    def said(self, code: str, usual: str) -> str:
        """Return the office's wording of a paragraph, or the usual one."""
        return dict(self.wording).get(code) or usual

    def lines(self, code: str, usual: tuple[str, ...]) -> tuple[str, ...]:
        """Return the points of a list in the office's wording, or the usual ones."""
        own = [line.strip() for line in dict(self.wording).get(code, "").splitlines()]
        return tuple(filter(None, own)) or usual


PLAIN_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Office:
    """Who issues the paper. `code` is 장기요양기관기호; `practice` marks every page as 연습용.

    `certificate`: fingerprint (hex) of the certificate that signs the office's papers.
    """

    name: str
    code: str
    representative: str
    officer_name: str
    officer_position: str
    officer_phone: str
    officer_email: str
    address: str
    phone: str
    fax: str
    practice: bool = False
    business_number: str = ""
    seal: bytes = b""
    certificate: str = ""
    look: Look = PLAIN_LOOK


@dataclass(frozen=True, slots=True)
class PrintFacts:
    """Number of the paper, and who printed it, when and what for.

    `slip`: what the code of a form says that comes back; None on papers that only go out.
    """

    number: str
    printed_at: datetime
    printed_by: str
    purpose: str
    reissued: bool = False
    marks: tuple[Mark, ...] = ()
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class PaperSeal:
    """What a signed paper carries: the signed facts as bytes, and the certificate they are under.

    The code is no part of what it signs, so it never shows in a repr or a digest.
    """

    certificate: str
    code: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom a paper goes. `role`: in whose place, where it is somebody else's data."""

    name: str
    address: str = ""
    post_code: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class KeptItem:
    """What law or policy keeps: which article, counted from which event, until when, where it lies.

    `until` is the last day of the stay, None while the clock does not run yet; `destroy_by` the
    last day to destroy it afterwards. `reason` is one plain sentence for the family. `held`: a
    legal hold keeps it, and not the law.
    """

    label: str
    article: str
    event: str
    counted_from: date | None
    until: date | None
    place: str
    destroy_by: date | None = None
    reason: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class GoneItem:
    """What was destroyed, how many, how and when, and who approved it."""

    label: str
    count: int
    method: str
    at: datetime
    approved_by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GoingItem:
    """What will be destroyed, and by when at the latest."""

    label: str
    reason: str
    destroy_by: date | None = None


@dataclass(frozen=True, slots=True)
class ReliefBody:
    """Where to turn to when one does not agree."""

    name: str
    phone: str
    web: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. `capacity` and `relation` as they read on paper; `signature` a PNG with alpha.

    `note`: how it was signed, said below the line.
    """

    name: str = ""
    capacity: str = ""
    relation: str = ""
    signature: bytes = b""
    note: str = ""


NOBODY = Signer()


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did one step of the work, and when. `role` reads 수행자, 확인자, 승인자, 입회자."""

    role: str
    name: str
    position: str = ""
    at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalNames:
    """Names under the approval box 담당 / 책임자 / 대표; empty cells are signed by hand."""

    clerk: str = ""
    officer: str = ""
    head: str = ""


NO_NAMES = ApprovalNames()
