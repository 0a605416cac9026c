"""Several papers as one print job: the same for many people, or the set of somebody new."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.contents.consent_form import ConsentForm, LegalCapacity
from easycare_desktop.documents.joining import join
from easycare_desktop.documents.paper_titles import title_of_code
from easycare_desktop.documents.press import press_form, press_many
from easycare_desktop.domain.packets import PACKET_OF, NoPacketError, PacketKind, PacketPaper
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.returned import ReturnedState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.services.paper_values.consent import kinds_of_consent
from easycare_desktop.services.papers import MadePaper, PaperService

Progress = Callable[[int, int], None]


def _no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


_LEGAL = frozenset(each.value for each in LegalCapacity)
_WORTH_IT = 3
_NEVER_BACK = frozenset({PaperKind.BASIC_CARD})


@dataclass(frozen=True, slots=True)
class Want:
    """One paper of a job."""

    kind: PaperKind
    subject: int


@dataclass(frozen=True, slots=True)
class PacketLine:
    """One paper of a set: copies that were printed, and the day it came back.

    `due`: it is one that comes back. `by_code`: its code told, nobody has to tick it.
    """

    paper_id: int
    number: str
    kind: PaperKind
    copies: int
    due: bool
    returned_on: date | None
    by_code: bool = False


@dataclass(frozen=True, slots=True)
class Packet:
    """The newest set of a person."""

    kind: PacketKind
    made_on: date
    lines: tuple[PacketLine, ...]

    @property
    def missing(self) -> int:
        """How many papers have still to come back."""
        return sum(each.due and each.returned_on is None for each in self.lines)


class PaperJobService:
    """Use cases of several papers at once."""

    def __init__(self, office: OpenOffice, papers: PaperService) -> None:
        self._office = office
        self._papers = papers

    def same_for(
        self,
        kind: PaperKind,
        subjects: Sequence[int],
        purpose: str,
        progress: Progress = _no_progress,
        signer: tuple[str, str] | None = None,
    ) -> MadePaper:
        """Make the same paper for many; each is numbered and logged by itself.

        `signer`: as for one paper. Consent forms that differ in the person alone are laid out once.
        """
        if kind is not PaperKind.CONSENT_FORM or len(subjects) < _WORTH_IT:
            wants = [Want(kind, each) for each in subjects]
            return self._make(wants, purpose, progress, signer)
        prepared = []
        for each in subjects:
            prepared.append(self._papers.prepare(kind, each, purpose))
            progress(len(prepared), len(subjects))
        values = [each.value for each in prepared if isinstance(each.value, ConsentForm)]
        many = press_many(values)
        forms = many.forms if many else tuple(press_form(each) for each in values)
        made = self._papers.pressed(list(zip(prepared, forms, strict=True)))
        return _job(made, many.pdf if many else b"")

    def packet(self, person_id: int, purpose: str, progress: Progress = _no_progress) -> MadePaper:
        """Make the set of papers that somebody new signs. Raises `NoPacketError`."""
        with self._office.door.enter(Action.PAPERS_READ, person_id=person_id) as step:
            kind, wants = self._packet(step, person_id)
        job = self._make(wants, purpose, progress)
        with self._office.door.enter(Action.PACKET_NOTED, person_id=person_id) as step:
            step.uow.packets.add(kind, person_id, [each.id for each in job.parts])
        return job

    def checklist(self, person_id: int) -> Packet | None:
        """Return the newest set of a person with what came back, or nothing."""
        with self._office.door.enter(Action.PAPERS_READ, person_id=person_id) as step:
            rows = step.uow.packets.newest_of(person_id)
            if not rows:
                return None
            back = _came_back(step, [each.paper_id for each in rows])
            lines = tuple(_line(step, each, back.get(each.paper_id)) for each in rows)
            made = step.uow.papers.get(rows[0].paper_id).made_at
            return Packet(rows[0].kind, made.date(), lines)

    def returned(self, paper_id: int, *, back: bool) -> None:
        """Tick by hand that a paper of a set came back, or take the tick away."""
        with self._office.door.enter(Action.PACKET_NOTED, detail="returned") as step:
            step.person_id = step.uow.papers.get(paper_id).person_id
            on = self._office.today() if back else None
            step.uow.packets.returned(paper_id, on, self._office.actor.account_id)

    def _packet(self, step: Step, person_id: int) -> tuple[PacketKind, list[Want]]:
        person = step.uow.people.get(person_id)
        kind = PACKET_OF.get(person.kind)
        if kind is None:
            raise NoPacketError
        wants = [Want(PaperKind.CONSENT_FORM, person_id)]
        if kind is PacketKind.NEW_STAFF:
            wants.append(Want(PaperKind.PLEDGE, person_id))
        else:
            wants += self._for_guardians(step, person_id)
        return kind, [*wants, Want(PaperKind.BASIC_CARD, person_id)]

    def _for_guardians(self, step: Step, person_id: int) -> list[Want]:
        guardians = step.uow.people.guardians_of(person_id)
        if not guardians:
            return []
        asked = kinds_of_consent(self._office.catalogue, PersonKind.GUARDIAN)
        wants = [Want(PaperKind.CONSENT_FORM, each) for each in guardians if asked]
        opened = [step.uow.holdings.open_group(each, "identity") for each in guardians]
        legal = any(each and self._represents(each.values) for each in opened)
        more = PaperKind.GUARDIAN_CONSENT if legal else PaperKind.POWER_OF_ATTORNEY
        return [*wants, Want(more, person_id)]

    def _represents(self, values: Mapping[str, str]) -> bool:
        """Tell whether a guardian is somebody's legal representative today."""
        until = values.get("capacity_until") or self._office.today().isoformat()
        return values.get("capacity") in _LEGAL and until >= self._office.today().isoformat()

    def _make(
        self,
        wants: Sequence[Want],
        purpose: str,
        progress: Progress,
        signer: tuple[str, str] | None = None,
    ) -> MadePaper:
        made: list[MadePaper] = []
        for want in wants:
            made.append(self._papers.make(want.kind, want.subject, purpose, signer))
            progress(len(made), len(wants))
        return _job(made)


def _job(made: Sequence[MadePaper], pdf: bytes = b"") -> MadePaper:
    first, last = made[0], made[-1]
    if len(made) == 1:
        return first
    numbers = f"{first.number} ~ {last.number[-5:]}"
    whole = pdf or join([each.pdf for each in made], title_of_code(first.kind.code))
    return MadePaper(first.id, numbers, first.kind, whole, reissued=False, parts=tuple(made))


def _came_back(step: Step, paper_ids: list[int]) -> dict[int, date]:
    """Return when the codes of papers came back and were filed."""
    slips = step.uow.slips.of_papers(paper_ids)
    paper_of = {slip.id: paper_id for paper_id, slip in slips.items()}
    return {
        paper_of[each.slip_id]: each.received_on
        for each in step.uow.returned.of_slips(list(paper_of))
        if each.slip_id is not None and each.state is ReturnedState.FILED
    }


def _line(step: Step, row: PacketPaper, back: date | None) -> PacketLine:
    record = step.uow.papers.get(row.paper_id)
    kind = next(each for each in PaperKind if each.code == record.kind)
    due = kind not in _NEVER_BACK
    on = back or row.returned_on
    return PacketLine(
        record.id, record.number, kind, record.copies, due, on, by_code=back is not None
    )
