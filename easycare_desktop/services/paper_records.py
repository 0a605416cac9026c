"""What is recorded of every paper, and what must be known before one is made."""

from collections.abc import Mapping

from easycare_desktop.documents.values import PrintFacts
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_kinds import ONCE, PaperKind
from easycare_desktop.storage.repositories.papers import EDITABLE_MEDIA, PaperRecord


class PurposeMissingError(InputRefusal):
    """A paper needs a purpose (safety measures standard, art. 12)."""


class NotEditableError(Refusal):
    """The paper is no blank form, so it is not given out to be changed."""


def checked_purpose(purpose: str) -> str:
    """Return the purpose without room around it. Raises `PurposeMissingError`."""
    if not purpose.strip():
        raise PurposeMissingError("purpose")
    return purpose.strip()


def ids_of(kind: PaperKind, subject: int) -> dict[str, int | None]:
    """Return what a paper is about, as columns of its record."""
    columns = ("person_id", "request_id", "plan_id")
    ids = {name: subject if name == f"{kind.subject}_id" else None for name in columns}
    own = kind.subject in ONCE and f"{kind.subject}_id" not in columns
    return {**ids, "subject": subject if own else None}


def new_record(
    office: OpenOffice,
    step: Step,
    kind: PaperKind,
    facts: PrintFacts,
    print_hash: str,
    ids: Mapping[str, int | None],
    *,
    media: str = "pdf",
) -> PaperRecord:
    """Record a paper; a file to be changed elsewhere has left already."""
    return step.uow.papers.add(
        PaperRecord(
            id=0,
            number=facts.number,
            kind=kind.code,
            made_at=facts.printed_at,
            account_id=office.actor.account_id,
            purpose=facts.purpose,
            sha256=print_hash,
            pages=0,
            copies=0,
            saved=media == EDITABLE_MEDIA,
            person_id=ids["person_id"],
            request_id=ids["request_id"],
            plan_id=ids["plan_id"],
            subject=ids["subject"],
            media=media,
        )
    )
