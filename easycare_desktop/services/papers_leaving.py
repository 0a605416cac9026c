"""Papers on their way out: printed or saved, each recorded with a copy; and shown again."""

from dataclasses import dataclass, field, replace

from easycare_desktop.documents.reissue import with_mark
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.measures_running import check_use
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_copies import copy_of, keep_copy
from easycare_desktop.services.paper_kinds import CERTIFICATES, OF_USE, PaperKind
from easycare_desktop.storage.keys.refusals import HandedOverError
from easycare_desktop.storage.repositories.papers import PaperRecord


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper ready to be seen and printed; a job of several has its papers in `parts`.

    `again`: what is seen and printed of a paper that left before, marked on each page.
    """

    id: int
    number: str
    kind: PaperKind
    pdf: bytes = field(repr=False)
    reissued: bool
    parts: "tuple[MadePaper, ...]" = ()
    again: bytes = field(default=b"", repr=False)

    @property
    def shown(self) -> bytes:
        """What is seen and printed; what is saved is `pdf`."""
        return self.again or self.pdf

    @property
    def as_file(self) -> bool:
        """Whether it can be saved: one file of several certificates has the signature of none."""
        return not (self.parts and self.kind in CERTIFICATES)

    @property
    def singles(self) -> "tuple[MadePaper, ...]":
        """The papers of the job, each by itself."""
        return self.parts or (self,)


class PapersLeaving:
    """Use cases of papers that were made."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def check_may_leave(self, paper: MadePaper) -> None:
        """Look right before printing: much may have happened since the paper was made.

        Raises `UseStoppedError` for a paper of use about somebody who asked to stop it meanwhile,
        and `HandedOverError` where another PC writes for the office.
        """
        if self._door.looks_only:
            raise HandedOverError
        for each in paper.singles:
            with self._door.enter(Action.PAPERS_READ, detail="leaves") as step:
                _check_use(step, each.kind, step.uow.papers.get(each.id))

    def printed(self, paper: MadePaper, copies: int, reason: str = "") -> None:
        """Record that copies were sent to a printer; `reason`: code of why once more.

        The bytes of what left are kept as long as everything on the paper is.
        """
        for each in paper.singles:
            with self._door.enter(Action.PAPER_PRINTED, detail=reason) as step:
                step.uow.papers.printed(each.id, copies)
                self._keep(step, each)
                step.count = copies

    def saved(self, paper: MadePaper) -> None:
        """Record that the paper is saved as a file outside the office, and keep its bytes.

        Raises `UseStoppedError` as `check_may_leave`.
        """
        for each in paper.singles:
            with self._door.enter(Action.PAPER_SAVED) as step:
                _check_use(step, each.kind, step.uow.papers.get(each.id))
                step.uow.papers.was_saved(each.id)
                self._keep(step, each)

    def again(self, paper_id: int) -> MadePaper:
        """Return a paper that left: `pdf` byte for byte as it was, and the mark on what is shown.

        Raises `PaperNotKeptError`, `PaperCopyGoneError`, and `UseStoppedError` for a paper of use
        about somebody who asked to stop it.
        """
        with self._door.enter(Action.PAPERS_READ, detail="again") as step:
            record = step.uow.papers.get(paper_id)
            step.person_id = record.person_id
            kind = next(each for each in PaperKind if each.code == record.kind)
            _check_use(step, kind, record)
            pdf = copy_of(step, record)
        made = MadePaper(record.id, record.number, kind, pdf, reissued=True)
        return self.once_more(made)

    @staticmethod
    def once_more(paper: MadePaper) -> MadePaper:
        """Return the paper as it is seen and printed after it was printed once."""
        return replace(paper, reissued=True, again=with_mark(paper.pdf))

    def all(self) -> list[PaperRecord]:
        """Return the newest papers first."""
        with self._door.enter(Action.PAPERS_READ) as step:
            found = step.uow.papers.all()
            step.count = len(found)
            return found

    def _keep(self, step: Step, paper: MadePaper) -> None:
        record = step.uow.papers.get(paper.id)
        step.person_id = record.person_id
        keep_copy(step, record, paper.pdf)


def _check_use(step: Step, kind: PaperKind, record: PaperRecord) -> None:
    if kind in OF_USE and record.person_id is not None:
        check_use(step, record.person_id, OF_USE[kind])
