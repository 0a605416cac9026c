"""What keeps a form that came back from its place: decoded numbers decide, nothing is guessed."""

from collections.abc import Sequence

from easycare_desktop.documents.returned.forms import ReadForm
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.return_codes import ReturnCode, office_mark
from easycare_desktop.domain.returned import Doubt, PrintedSlip
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returned_layout import StoredPage
from easycare_desktop.services.slips import OF_LETTERS, boxes_of, editions_now


def doubt_of(
    office: OpenOffice,
    step: Step,
    form: ReadForm,
    pages: Sequence[StoredPage],
    slip: PrintedSlip | None,
    *,
    used: bool,
) -> Doubt | None:
    """Return the first thing that a person has to decide; nothing where all is in order.

    `pages`: those of `form`, and of the same copy those that came before it. `used`: another copy
    came back under this number before.
    """
    code = form.code
    if code is None:
        return _doubt_of_nameless(form)
    if code.slip.office != office_mark(office.info.id):
        return Doubt.OTHER_OFFICE
    if slip is None:
        return Doubt.UNKNOWN_NUMBER
    if _differs(code, slip):
        return Doubt.CODE_DIFFERS
    copied = slip.person_id is None and not OF_LETTERS[slip.form].of_office
    return _first(
        Doubt.USED_NUMBER if used and not copied else None,
        _old(office, step, slip),
        _ended(step, slip),
        _missing(pages, slip),
        _unsigned(pages, slip),
        Doubt.NOBODY if copied else None,
    )


def _doubt_of_nameless(form: ReadForm) -> Doubt:
    if form.pages[0].mixed:
        return Doubt.CODE_DIFFERS
    return Doubt.OTHER_PROGRAM if form.pages[0].other_program else Doubt.NO_CODE


def _differs(code: ReturnCode, slip: PrintedSlip) -> bool:
    said = (code.slip.form, code.slip.edition, code.pages)
    return said != (slip.form, slip.edition, slip.pages)


def _old(office: OpenOffice, step: Step, slip: PrintedSlip) -> Doubt | None:
    kind = None if slip.person_id is None else step.uow.people.get(slip.person_id).kind
    now = editions_now(office, OF_LETTERS[slip.form], kind)
    return None if slip.edition in now else Doubt.OLD_EDITION


def _ended(step: Step, slip: PrintedSlip) -> Doubt | None:
    if slip.person_id is None:
        return None
    state = step.uow.people.get(slip.person_id).state
    return None if state is PersonState.ACTIVE else Doubt.PERSON_ENDED


def _missing(pages: Sequence[StoredPage], slip: PrintedSlip) -> Doubt | None:
    whole = {each.number for each in pages} == set(range(1, slip.pages + 1))
    return None if whole else Doubt.PAGE_MISSING


def _unsigned(pages: Sequence[StoredPage], slip: PrintedSlip) -> Doubt | None:
    """Tell of a form whose boxes are all empty."""
    boxes = boxes_of(slip)
    due = [
        signed
        for page in pages
        for box, signed in zip(
            [box for box in boxes if box.page == page.number], page.signed, strict=False
        )
        if box.due
    ]
    return Doubt.UNSIGNED if due and not any(due) else None


def _first(*doubts: Doubt | None) -> Doubt | None:
    return next((each for each in doubts if each is not None), None)
