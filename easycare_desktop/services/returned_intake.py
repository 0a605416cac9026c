"""Papers that come back: read beside the screen, judged, and sealed in the office until filed."""

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from easycare_desktop.documents.refusals import PictureUnreadableError
from easycare_desktop.documents.returned.assembling import joined
from easycare_desktop.documents.returned.forms import ReadForm, ReadPage, gather, read_pages
from easycare_desktop.documents.returned.pages import count_pages
from easycare_desktop.documents.sign_boxes import SignBox
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import Channel
from easycare_desktop.domain.return_codes import Slip
from easycare_desktop.domain.returned import (
    Doubt,
    PrintedSlip,
    ReceivedInFutureError,
    Returned,
    ReturnedState,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import new_of_office
from easycare_desktop.services.returned_files import read_coming
from easycare_desktop.services.returned_judging import doubt_of
from easycare_desktop.services.returned_layout import layout_of, layout_text, read_layout
from easycare_desktop.services.slips import boxes_of

RETURNED_GROUP = "returned_paper"
_SALT = "returned.salt"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Receipt:
    """When and how the papers reached the office."""

    received_on: date
    channel: Channel = Channel.VISIT


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of some files. `sealed`: files whose every page lies in the office now.

    `ready` forms need no more than a look; `doubtful` ones a decision. `again`: files that came in
    before. `refused`: files that could not be read, with the reason.
    """

    ready: int = 0
    doubtful: int = 0
    empty: int = 0
    sealed: tuple[Path, ...] = ()
    again: tuple[Path, ...] = ()
    refused: tuple[tuple[Path, Refusal], ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered when an intake begins."""

    boxes: Mapping[str, tuple[SignBox, ...]]
    digests: frozenset[str]
    salt: str

    def digest(self, content: bytes) -> str:
        return hashlib.sha256(self.salt.encode() + content).hexdigest()

    def boxes_of(self, slip: Slip) -> tuple[SignBox, ...]:
        return self.boxes.get(slip.number, ())


class ReturnedIntake:
    """The use case of taking files in. Nothing of them is ever written unsealed."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def take(
        self,
        paths: Sequence[Path],
        receipt: Receipt,
        progress: Progress = lambda _done, _total: None,
    ) -> TakenIn:
        """Take files in, each as a whole; `progress(pages done, pages in all)` may raise to stop.

        Raises `ReceivedInFutureError`; what is wrong with a single file is told of that file.
        """
        if receipt.received_on > self._office.today():
            raise ReceivedInFutureError("received_on")
        known = self._known()
        counts = [_count(path) for path in paths]
        report, before = TakenIn(), 0
        for path, count in zip(paths, counts, strict=True):

            def step(done: int, before: int = before) -> None:
                progress(before + done, sum(counts))

            report = self._take(report, path, known, receipt, step)
            before += count
        return report

    def new_ones(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Return the files that did not come in before, by their content."""
        known = self._known()
        return tuple(path for path in paths if not _came_before(path, known))

    def _known(self) -> _Known:
        with self._door.enter(Action.RETURNED_READ, detail="numbers") as step:
            salt = step.uow.meta.get(_SALT, "")
            if not salt:
                salt = secrets.token_hex(16)
                step.uow.meta.put(_SALT, salt)
            boxes = {each.number: boxes_of(each) for each in step.uow.slips.all()}
            return _Known(boxes, step.uow.returned.digests(), salt)

    def _take(
        self,
        report: TakenIn,
        path: Path,
        known: _Known,
        receipt: Receipt,
        step: Callable[[int], None],
    ) -> TakenIn:
        try:
            content = read_coming(path)
            digest = known.digest(content)
            if digest in known.digests:
                return replace(report, again=(*report.again, path))
            pages, empty = _read(content, known, step)
        except Refusal as refusal:
            return replace(report, refused=(*report.refused, (path, refusal)))
        doubts = self._seal(gather(pages), digest, receipt)
        ready = sum(doubt is None for doubt in doubts)
        return replace(
            report,
            ready=report.ready + ready,
            doubtful=report.doubtful + len(doubts) - ready,
            empty=report.empty + empty,
            sealed=(*report.sealed, path),
        )

    def _seal(self, forms: Sequence[ReadForm], digest: str, receipt: Receipt) -> list[Doubt | None]:
        """Seal every form of one file in one commit; return what is doubtful of each."""
        with self._door.enter(Action.RETURNED_TAKEN) as step:
            step.count = len(forms)
            return [self._seal_one(step, form, digest, receipt) for form in forms]

    def _seal_one(self, step: Step, form: ReadForm, digest: str, receipt: Receipt) -> Doubt | None:
        uow = step.uow
        slip = uow.slips.of_number(form.code.slip.number) if form.code else None
        earlier = [
            each
            for each in uow.returned.of_slips([slip.id] if slip else [])
            if each.state is not ReturnedState.DROPPED
        ]
        begun = next((each for each in earlier if _lacks(each, form)), None)
        if begun is not None:
            return self._complete(step, form, slip, begun, earlier)
        doubt = doubt_of(self._office, step, form, layout_of(form), slip, used=bool(earlier))
        made = uow.holdings.add([new_of_office(self._office, uow, RETURNED_GROUP, {})])[0]
        self._put(step, made.id, form)
        uow.returned.add(
            Returned(
                id=0,
                holding_id=made.id,
                slip_id=slip.id if slip else None,
                doubt=doubt,
                state=ReturnedState.WAITING,
                received_on=receipt.received_on,
                channel=receipt.channel,
                pages=len(form.pages),
                layout=layout_text(layout_of(form)),
                added_at=self._office.clock.now(),
                account_id=self._office.actor.account_id,
                digest=digest,
            )
        )
        return doubt

    def _complete(
        self,
        step: Step,
        form: ReadForm,
        slip: PrintedSlip | None,
        begun: Returned,
        earlier: Sequence[Returned],
    ) -> Doubt | None:
        """Put the missing pages to those that came before."""
        pages = (*read_layout(begun.layout), *layout_of(form))
        doubt = doubt_of(self._office, step, form, pages, slip, used=len(earlier) > 1)
        self._put(step, begun.holding_id, form)
        step.uow.returned.change(
            replace(begun, doubt=doubt, pages=len(pages), layout=layout_text(pages))
        )
        return doubt

    def _put(self, step: Step, holding_id: int, form: ReadForm) -> None:
        step.uow.files.add(
            holding_id,
            joined(page.pdf for page in form.pages),
            "application/pdf",
            at=self._office.clock.now(),
            account_id=self._office.actor.account_id,
        )


def _count(path: Path) -> int:
    try:
        return count_pages(read_coming(path))
    except Refusal:
        return 0


def _came_before(path: Path, known: _Known) -> bool:
    try:
        return known.digest(read_coming(path)) in known.digests
    except Refusal:
        return False


def _read(content: bytes, known: _Known, step: Callable[[int], None]) -> tuple[list[ReadPage], int]:
    """Return the pages of a file, and how many of them are empty."""
    pages: list[ReadPage] = []
    empty = 0
    for number, found in enumerate(read_pages(content, known.boxes_of), start=1):
        pages += found
        empty += not found
        step(number)
    if not pages:
        raise PictureUnreadableError
    return pages, empty


def _lacks(begun: Returned, form: ReadForm) -> bool:
    """Tell whether a paper that waits lacks just these pages."""
    if begun.state is not ReturnedState.WAITING or begun.doubt is not Doubt.PAGE_MISSING:
        return False
    return not form.numbers & {each.number for each in read_layout(begun.layout)}
