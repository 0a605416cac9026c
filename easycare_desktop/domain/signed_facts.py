"""The facts that the code on a certificate carries: 54 bytes, so that the code stays coarse."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from easycare_desktop.domain.refusals import Refusal

FACT_BYTES = 54
HASH_BYTES = 10
CONTENT_BYTES = 8
TIE_BYTES = 12
KEY_MARK_BYTES = 4
_VERSION = 1
_FIRST_DAY = date(2020, 1, 1)
_FIRST_YEAR = 2000
_NUMBER = re.compile(r"[A-Z](\d{4})-(\d+)")


class CertificateSort(Enum):
    """Which certificate it is."""

    FILE_COPY = 1
    PERSON_COPY = 2
    MEDIUM = 3
    MEDIA = 4
    PRINTED = 5


class Outcome(Enum):
    """What its banner says."""

    COMPLETE = 1
    PARTIAL = 2
    FAILED = 3


_PAPER_LETTER = "M"
_SUBJECT_LETTERS = {
    CertificateSort.FILE_COPY: ("D", 4),
    CertificateSort.PERSON_COPY: ("D", 4),
    CertificateSort.MEDIUM: ("W", 4),
    CertificateSort.MEDIA: ("W", 4),
    CertificateSort.PRINTED: ("W", 4),
}


class FactsUnreadableError(Refusal):
    """The bytes are not the facts of a certificate of ours."""


@dataclass(frozen=True, slots=True)
class SignedFacts:
    """What was signed. Hashes are cut to their first bytes, as long as the constants above say.

    `key_mark`: begin of the certificate's fingerprint. `subject`: number of the plan or of the
    disposal. `count`: keys, media or boxes destroyed. `generation`: of the keys, afterwards.
    `entry`: hash of the ledger entry `sequence`. `content`: fingerprint of all the paper says.
    `tie`: commitment over salt, name and number; zeros where nothing ties.
    """

    sort: CertificateSort
    outcome: Outcome
    key_mark: bytes
    paper: str
    issued_on: date
    subject: str
    count: int
    generation: int
    sequence: int
    entry: bytes
    content: bytes
    tie: bytes = bytes(TIE_BYTES)

    @property
    def is_tied(self) -> bool:
        """Tell whether a person can be compared."""
        return any(self.tie)


def pack(facts: SignedFacts) -> bytes:
    """Return the facts as bytes of fixed length."""
    return b"".join(
        (
            bytes((_VERSION, facts.sort.value << 4 | facts.outcome.value)),
            _cut(facts.key_mark, KEY_MARK_BYTES),
            _packed_number(facts.paper),
            _small((facts.issued_on - _FIRST_DAY).days, 2),
            _packed_number(facts.subject),
            _small(facts.count, 3),
            _small(facts.generation, 2),
            _small(facts.sequence, 3),
            _cut(facts.entry, HASH_BYTES),
            _cut(facts.content, CONTENT_BYTES),
            _cut(facts.tie, TIE_BYTES),
        )
    )


def unpack(raw: bytes) -> SignedFacts:
    """Return the facts that `pack` made bytes of; raise `FactsUnreadableError`."""
    if len(raw) != FACT_BYTES or raw[0] != _VERSION:
        raise FactsUnreadableError
    try:
        sort, outcome = CertificateSort(raw[1] >> 4), Outcome(raw[1] & 15)
    except ValueError:
        raise FactsUnreadableError from None
    letter, digits = _SUBJECT_LETTERS[sort]
    return SignedFacts(
        sort=sort,
        outcome=outcome,
        key_mark=raw[2:6],
        paper=_number(raw[6:10], _PAPER_LETTER, 5),
        issued_on=_FIRST_DAY + timedelta(days=int.from_bytes(raw[10:12], "big")),
        subject=_number(raw[12:16], letter, digits),
        count=int.from_bytes(raw[16:19], "big"),
        generation=int.from_bytes(raw[19:21], "big"),
        sequence=int.from_bytes(raw[21:24], "big"),
        entry=raw[24:34],
        content=raw[34:42],
        tie=raw[42:54],
    )


def _small(value: int, size: int) -> bytes:
    return min(max(value, 0), (1 << 8 * size) - 1).to_bytes(size, "big")


def _cut(value: bytes, size: int) -> bytes:
    return value[:size].ljust(size, b"\0")


def _packed_number(number: str) -> bytes:
    found = _NUMBER.fullmatch(number)
    if found is None:
        return bytes(4)
    return _small(int(found[1]) - _FIRST_YEAR, 1) + _small(int(found[2]), 3)


def _number(raw: bytes, letter: str, digits: int) -> str:
    if not any(raw):
        return ""
    return f"{letter}{_FIRST_YEAR + raw[0]}-{int.from_bytes(raw[1:], 'big'):0{digits}d}"
