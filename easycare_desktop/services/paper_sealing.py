"""Signs certificates: their facts as a code on the paper, and the whole PDF."""

from dataclasses import replace
from typing import TypeVar

from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateState,
    DestructionCertificate,
    PersonCopy,
)
from easycare_desktop.documents.contents.disposal_certificate import (
    DisposalCertificate,
    DisposalSort,
)
from easycare_desktop.documents.press import Paper
from easycare_desktop.documents.strings import fingerprint
from easycare_desktop.documents.values import PaperSeal
from easycare_desktop.domain.signed_facts import CertificateSort, Outcome, SignedFacts
from easycare_desktop.security.accounts import NotAnOfficerError
from easycare_desktop.security.signed_code import fingerprint_of, key_mark, sign_facts
from easycare_desktop.security.signing import SigningKey
from easycare_desktop.storage.keys.open_keys import OpenKeys

Sealable = DestructionCertificate | DisposalCertificate
S = TypeVar("S", bound=Sealable)
SORTS = {
    DisposalSort.MEDIUM: CertificateSort.MEDIUM,
    DisposalSort.MEDIA: CertificateSort.MEDIA,
    DisposalSort.PRINTED: CertificateSort.PRINTED,
}
OUTCOMES = {
    CertificateState.COMPLETE: Outcome.COMPLETE,
    CertificateState.PARTIAL: Outcome.PARTIAL,
    CertificateState.FAILED: Outcome.FAILED,
}


def signing_key(keys: OpenKeys) -> SigningKey | None:
    """Return the signing key where the session is an officer's."""
    try:
        return keys.signing_key()
    except NotAnOfficerError:
        return None


def sealed(paper: Paper, key: SigningKey) -> Paper:
    """Return a certificate with the code of its facts; any other paper as it is."""
    if not isinstance(paper, Sealable):
        return paper
    return _with_code(paper, key)


def _with_code(paper: S, key: SigningKey) -> S:
    seal = PaperSeal(fingerprint_of(key.certificate))
    marked = replace(paper, seal=seal)
    facts = replace(_facts(marked), content=bytes.fromhex(fingerprint(marked)))
    facts = replace(facts, key_mark=key_mark(key.certificate))
    return replace(marked, seal=replace(seal, code=sign_facts(facts, key)))


def _facts(paper: Sealable) -> SignedFacts:
    """Return what the certificate says, in the words of the code."""
    if isinstance(paper, DisposalCertificate):
        return _facts_of_disposal(paper)
    for_person = isinstance(paper.copy, PersonCopy)
    return SignedFacts(
        sort=CertificateSort.PERSON_COPY if for_person else CertificateSort.FILE_COPY,
        outcome=OUTCOMES[paper.state],
        key_mark=b"",
        paper=paper.facts.number,
        issued_on=paper.issued_on,
        subject=paper.approval_number,
        count=paper.run.removed,
        generation=paper.run.after,
        sequence=paper.proof.sequence,
        entry=bytes.fromhex(paper.proof.entry),
        content=b"",
        tie=bytes.fromhex(paper.proof.commitment),
    )


def _facts_of_disposal(paper: DisposalCertificate) -> SignedFacts:
    return SignedFacts(
        sort=SORTS[paper.sort],
        outcome=Outcome.COMPLETE if paper.is_witnessed else Outcome.PARTIAL,
        key_mark=b"",
        paper=paper.facts.number,
        issued_on=paper.issued_on,
        subject=paper.number,
        count=len(paper.lines),
        generation=0,
        sequence=paper.proof.sequence,
        entry=bytes.fromhex(paper.proof.entry),
        content=b"",
    )
