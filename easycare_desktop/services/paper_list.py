"""The papers that were made, with the numbers and names that a reader of the list needs."""

from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.storage.repositories.papers import EDITABLE_MEDIA, PaperRecord


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper: `whose` is the number of a person, request or plan, or empty.

    `editable`: it left as a file to be changed.
    """

    id: int
    number: str
    kind: PaperKind
    whose: str
    made_at: datetime
    made_by: str
    purpose: str
    copies: int
    saved: bool
    editable: bool = False


class PaperList:
    """The use case of the list of papers. Numbers only, no names of persons concerned."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def newest(self) -> tuple[PaperLine, ...]:
        """Return the newest papers first."""
        with self._office.door.enter(Action.PAPERS_READ) as step:
            uow = step.uow
            requests = uow.requests.numbers()
            plans = uow.plan_overview.numbers()
            accounts = {each.id: each.name for each in self._office.keys.accounts()}
            records = uow.papers.all()
            concerned = uow.people.some({each.person_id for each in records if each.person_id})
            people = {each.id: each.number for each in concerned.values()}
            step.count = len(records)
        kinds = {kind.code: kind for kind in PaperKind}

        def line(record: PaperRecord) -> PaperLine:
            whose = (
                people.get(record.person_id or 0)
                or requests.get(record.request_id or 0)
                or plans.get(record.plan_id or 0, "")
            )
            return PaperLine(
                id=record.id,
                number=record.number,
                kind=kinds[record.kind],
                whose=whose,
                made_at=record.made_at,
                made_by=accounts.get(record.account_id, ""),
                purpose=record.purpose,
                copies=record.copies,
                saved=record.saved,
                editable=record.media == EDITABLE_MEDIA,
            )

        return tuple(line(record) for record in records if record.kind in kinds)
