"""Checks a certificate that somebody holds: the file, its code, the ledger. No office is opened.

Everything here leans on what is handed in: the paper, the office's certificate, the ledger's
export. What none of them shows is said to be open, never guessed.
"""

import hmac
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from easycare_desktop.documents.code_reading import codes_in_pdf, codes_in_picture
from easycare_desktop.documents.person_copy import PersonSaid, said_on
from easycare_desktop.documents.preview import text_of
from easycare_desktop.documents.refusals import PictureUnreadableError
from easycare_desktop.domain.signed_facts import TIE_BYTES, FactsUnreadableError, SignedFacts
from easycare_desktop.security.pades import PdfSignature, read_pdf_signature
from easycare_desktop.security.signed_code import SignedCode, fingerprint_of, read_code
from easycare_desktop.security.signing import SignatureBrokenError, validity
from easycare_desktop.services.commitment import commitment
from easycare_desktop.services.handed_in import LEDGER_BEGINS
from easycare_desktop.storage.ledger.export import LedgerFault, verify_export
from easycare_desktop.system.clock import SEOUL


class Verdict(Enum):
    """The answer, the strongest one last.

    CODE_ONLY: the signed facts hold, and nobody has compared what the paper says with them.
    """

    NOTE = "note"
    MATCH = "match"
    CODE_ONLY = "code_only"
    UNCLEAR = "unclear"
    MISMATCH = "mismatch"


class Reason(Enum):
    """Why: code and the answer it stands for by itself."""

    SIGNATURE_HOLDS = ("signature_holds", Verdict.MATCH)
    SIGNATURE_BROKEN = ("signature_broken", Verdict.MISMATCH)
    SIGNED_BY_OTHER = ("signed_by_other", Verdict.MISMATCH)
    SIGNER_UNKNOWN = ("signer_unknown", Verdict.UNCLEAR)
    SIGNED_LATE = ("signed_late", Verdict.UNCLEAR)
    KEY_RETIRED = ("key_retired", Verdict.UNCLEAR)
    NOT_SIGNED = ("not_signed", Verdict.CODE_ONLY)
    ONLY_CODE = ("only_code", Verdict.CODE_ONLY)
    CODE_HOLDS = ("code_holds", Verdict.MATCH)
    CODE_FORGED = ("code_forged", Verdict.MISMATCH)
    CODE_OF_OTHER = ("code_of_other", Verdict.MISMATCH)
    CODE_UNCHECKED = ("code_unchecked", Verdict.UNCLEAR)
    CODE_MISSING = ("code_missing", Verdict.UNCLEAR)
    CODE_FOREIGN = ("code_foreign", Verdict.UNCLEAR)
    FILE_UNREADABLE = ("file_unreadable", Verdict.UNCLEAR)
    LEDGER_HOLDS = ("ledger_holds", Verdict.MATCH)
    LEDGER_UNCHECKED = ("ledger_unchecked", Verdict.UNCLEAR)
    LEDGER_UNREADABLE = ("ledger_unreadable", Verdict.UNCLEAR)
    LEDGER_CHANGED = ("ledger_changed", Verdict.MISMATCH)
    LEDGER_GAP = ("ledger_gap", Verdict.MISMATCH)
    LEDGER_BAD_SIGNATURE = ("ledger_bad_signature", Verdict.MISMATCH)
    LEDGER_CUT = ("ledger_cut", Verdict.MISMATCH)
    LEDGER_UNSIGNED_TAIL = ("ledger_unsigned_tail", Verdict.NOTE)
    LEDGER_UNSIGNED_END = ("ledger_unsigned_end", Verdict.UNCLEAR)
    LEDGER_OTHER_HEAD = ("ledger_other_head", Verdict.MISMATCH)
    LEDGER_HEAD_FITS = ("ledger_head_fits", Verdict.MATCH)
    PERSON_FITS = ("person_fits", Verdict.MATCH)
    PERSON_DIFFERS = ("person_differs", Verdict.MISMATCH)
    PERSON_UNTIED = ("person_untied", Verdict.UNCLEAR)

    def __init__(self, code: str, verdict: Verdict) -> None:
        self.code = code
        self.verdict = verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found; `entry` is the number of a ledger entry, 0 where there is none."""

    reason: Reason
    entry: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What is checked: `paper` may be a PDF, a PNG or JPEG, or a ledger; the rest is optional.

    `certificates`: DER, those of one office, the newest first. `person`: what somebody read off the
    person's copy.
    """

    paper: bytes = field(repr=False)
    certificates: tuple[bytes, ...] = ()
    ledger: str = field(default="", repr=False)
    person: PersonSaid | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer with its reasons, and the signed facts to compare by eye.

    `signer`: fingerprint (hex) of the certificate inside the PDF, empty where there is none.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    facts: SignedFacts | None = None
    signer: str = ""


_FAULTS = {
    LedgerFault.UNREADABLE: Reason.LEDGER_UNREADABLE,
    LedgerFault.CHANGED: Reason.LEDGER_CHANGED,
    LedgerFault.GAP: Reason.LEDGER_GAP,
    LedgerFault.BAD_SIGNATURE: Reason.LEDGER_BAD_SIGNATURE,
    LedgerFault.CUT: Reason.LEDGER_CUT,
    LedgerFault.UNSIGNED_TAIL: Reason.LEDGER_UNSIGNED_TAIL,
    LedgerFault.UNSIGNED_END: Reason.LEDGER_UNSIGNED_END,
    LedgerFault.OTHER_HEAD: Reason.LEDGER_OTHER_HEAD,
}
_OPEN = {LedgerFault.UNSIGNED_TAIL, LedgerFault.UNSIGNED_END}
_ORDER = list(Verdict)


def verify(question: Question) -> Verification:
    """Judge a paper, and the ledger where one is handed in. Slow enough for the background."""
    known = question.certificates
    if question.paper.lstrip().startswith(LEDGER_BEGINS):
        text = question.paper.decode("utf-8", errors="replace")
        return _answer(list(_ledger(text, known, None)))
    is_pdf = question.paper.startswith(b"%PDF-")
    signature = read_pdf_signature(question.paper) if is_pdf else None
    findings = list(_signature(signature, known, is_pdf=is_pdf))
    code, found = _find_code(question.paper, is_pdf=is_pdf)
    inside = (signature.certificate,) if signature and signature.certificate else ()
    if code is not None:
        findings += _code(code, known or inside, known=bool(known))
    elif found is not Reason.CODE_MISSING or signature is None:
        # A whole signature says more than a code that could not be read.
        findings.append(Finding(found))
    facts = code.facts if code else None
    if question.ledger:
        findings += _ledger(question.ledger, known or inside, facts)
    person = question.person or (said_on(text_of(question.paper)) if signature else None)
    if person is not None and facts is not None:
        findings.append(Finding(_person(person, facts)))
    return _answer(findings, facts, fingerprint_of(inside[0]) if inside else "")


def _answer(
    findings: list[Finding], facts: SignedFacts | None = None, signer: str = ""
) -> Verification:
    """Sum up: one mismatch is a mismatch, and nothing but notes proves nothing."""
    worst = max((each.reason.verdict for each in findings), key=_ORDER.index, default=Verdict.NOTE)
    verdict = Verdict.UNCLEAR if worst is Verdict.NOTE else worst
    return Verification(verdict, tuple(findings), facts, signer)


def _signature(
    signature: PdfSignature | None, known: tuple[bytes, ...], *, is_pdf: bool
) -> Iterator[Finding]:
    if signature is None:
        yield Finding(Reason.NOT_SIGNED if is_pdf else Reason.ONLY_CODE)
    elif not signature.intact:
        yield Finding(Reason.SIGNATURE_BROKEN)
    elif not known:
        yield Finding(Reason.SIGNER_UNKNOWN)
    elif signature.certificate not in known:
        yield Finding(Reason.SIGNED_BY_OTHER)
    else:
        yield Finding(Reason.SIGNATURE_HOLDS)


def _find_code(paper: bytes, *, is_pdf: bool) -> tuple[SignedCode | None, Reason]:
    reason = Reason.CODE_MISSING
    try:
        for text in codes_in_pdf(paper) if is_pdf else codes_in_picture(paper):
            with suppress(FactsUnreadableError):
                return read_code(text), reason
            reason = Reason.CODE_FOREIGN
    except PictureUnreadableError:
        reason = Reason.FILE_UNREADABLE
    return None, reason


def _code(code: SignedCode, certificates: tuple[bytes, ...], *, known: bool) -> Iterator[Finding]:
    if not certificates:
        yield Finding(Reason.CODE_UNCHECKED)
        return
    own = next((each for each in certificates if code.is_of(each)), None)
    if own is None:
        yield Finding(Reason.CODE_OF_OTHER)
        return
    try:
        code.check(own)
    except SignatureBrokenError:
        yield Finding(Reason.CODE_FORGED)
    else:
        if known:
            yield Finding(Reason.CODE_HOLDS)
        yield from _age(code.facts.issued_on, own, certificates)


def _age(issued_on: date, own: bytes, certificates: tuple[bytes, ...]) -> Iterator[Finding]:
    """Hold the day of issue to the time of the certificate that signed, and of those after it."""
    begun, last = validity(own)
    if issued_on > last.astimezone(SEOUL).date():
        yield Finding(Reason.SIGNED_LATE)
    later = [start for start, _ in map(validity, certificates) if start > begun]
    if later and issued_on > min(later).astimezone(SEOUL).date():
        yield Finding(Reason.KEY_RETIRED)


def _ledger(
    text: str, certificates: tuple[bytes, ...], facts: SignedFacts | None
) -> Iterator[Finding]:
    if not certificates:
        yield Finding(Reason.LEDGER_UNCHECKED)
        return
    head = (facts.sequence, facts.entry) if facts and facts.sequence else None
    judged = [verify_export(text.splitlines(), each, head) for each in certificates]
    problems = min(judged, key=len)
    first: dict[LedgerFault, int] = {}
    for each in problems:
        first.setdefault(each.fault, each.seq)
    yield from (Finding(_FAULTS[fault], seq) for fault, seq in first.items())
    if any(each.fault not in _OPEN for each in problems):
        return
    yield Finding(Reason.LEDGER_HOLDS)
    if head is not None:
        yield Finding(Reason.LEDGER_HEAD_FITS, head[0])


def _person(person: PersonSaid, facts: SignedFacts) -> Reason:
    if not facts.is_tied:
        return Reason.PERSON_UNTIED
    tie = commitment(person.salt.lower(), person.name, person.number)
    same = hmac.compare_digest(bytes.fromhex(tie)[:TIE_BYTES], facts.tie)
    return Reason.PERSON_FITS if same else Reason.PERSON_DIFFERS
