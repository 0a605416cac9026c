"""Half-typed work: kept at once, brought back after a lock, a crash or a power cut."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import RIGHTS_OF, Action, Right
from easycare_desktop.security.accounts import Account, AccountState
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.residue import Traces
from easycare_desktop.services.saved_files import is_saved_file
from easycare_desktop.storage.repositories.drafts import Draft

OVER = "over."
OF_REQUESTS = frozenset({"cancel.verify", "cancel.settle"})
_NOT_TYPED = frozenset({"kind", "scope", "channel", "received"})
_IDENTITY = "identity"
_NAMES = (f"{_IDENTITY}.name", "name")


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One piece of half-typed work. `name` is empty where nobody can be named.

    `kind`: the code of the kind of person, where somebody new is being registered. `number`: the
    intake that it belongs to. `typed`: how many fields are filled. `account_id`: whose it is where
    that account writes no more; `account` is their name, and nobody else is named. `merged`: it was
    typed about a number that another one carries on. `ended`: the relation has ended since.
    `apart`: what tells them from others of that name. `emptied`: a destruction took what was typed,
    because it said what was destroyed.
    """

    window: str
    subject: int
    kept_at: datetime
    typed: int
    name: str = field(repr=False)
    kind: str = ""
    number: str = ""
    account_id: int = 0
    account: str = field(default="", repr=False)
    merged: bool = False
    ended: bool = False
    emptied: bool = False
    apart: str = ""


class DraftTakenError(Refusal):
    """As much is half typed already about the number that carries on another one: `subject`."""

    def __init__(self, subject: int) -> None:
        super().__init__(subject)
        self.subject = subject


class DraftInUseError(Refusal):
    """The account to which half-typed work belongs writes again: nobody else throws it away."""


class DraftService:
    """Use cases of drafts. `subject` is the person or request the window is about, 0 for new.

    The number of a recipient with a minus is a new guardian of that recipient. A name that begins
    with `OVER` holds what stood in the field of that name when it was typed over.
    """

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def keep(self, window: str, subject: int, values: Mapping[str, str]) -> None:
        """Keep what is typed in place of what was kept before."""
        draft = Draft(window, subject, self._office.clock.now(), dict(values))
        with self._office.door.enter(Action.DRAFT_KEPT, detail=window) as step:
            step.drafts.keep(self._office.actor.account_id, draft)

    def get(self, window: str, subject: int) -> Draft | None:
        """Return what was kept, if anything."""
        with self._office.door.enter(Action.DRAFTS_LISTED, detail=window) as step:
            return step.drafts.get(self._office.actor.account_id, window, subject)

    def drop(self, window: str, subject: int) -> None:
        """Forget what was kept, because it was saved or given up."""
        with self._office.door.enter(Action.DRAFT_KEPT, detail=window) as step:
            step.drafts.drop(self._office.actor.account_id, window, subject)

    def all(self) -> list[DraftLine]:
        """Return the own half-typed work, the newest first; forms left empty are no work.

        What a destruction has emptied is told until it is thrown away or typed anew.
        """
        with self._office.door.enter(Action.DRAFTS_LISTED) as step:
            found = step.drafts.of_account(self._office.actor.account_id)
            lines = [self._line(step, each) for each in found]
        return [each for each in lines if each.typed or each.emptied]

    def take_over(self, line: DraftLine) -> DraftLine:
        """Return a line as it is gone on with: under the number that carries on the one of before.

        Raises `DraftTakenError`: first one of the two is saved or thrown away.
        """
        if not line.merged:
            return line
        mine = self._office.actor.account_id
        with self._office.door.enter(Action.DRAFT_KEPT, detail=line.window) as step:
            keeper = step.uow.merges.keeper_of(abs(line.subject))
            subject = keeper if line.subject > 0 else -keeper
            there = step.drafts.get(mine, line.window, subject)
            if there is not None and _typed(there):
                raise DraftTakenError(subject)
            draft = step.drafts.get(mine, line.window, line.subject)
            if draft is not None:
                values = _held_against_now(draft.values)
                step.drafts.keep(mine, Draft(line.window, subject, draft.kept_at, values))
                step.drafts.drop(mine, line.window, line.subject)
        return replace(line, subject=subject, merged=False)

    def left_behind(self) -> list[DraftLine]:
        """Return the half-typed work of accounts that write no more; nothing for who closes none.

        Of it the form, the owner and the time are told, and nothing of what is typed.
        """
        if not self._office.actor.may(Right.ACCOUNTS):
            return []
        known = {each.id: each for each in self._office.keys.accounts()}
        with self._office.door.enter(Action.DRAFTS_LEFT_LISTED) as step:
            return [
                DraftLine(
                    draft.window,
                    draft.subject,
                    draft.kept_at,
                    len(typed),
                    "",
                    draft.values.get("kind", ""),
                    account_id=account_id,
                    account=known[account_id].name if account_id in known else "",
                )
                for account_id, draft in step.drafts.of_people()
                if not _writes(known.get(account_id)) and (typed := _typed(draft))
            ]

    def drop_left(self, line: DraftLine) -> None:
        """Forget what an account that writes no more has half typed; raise `DraftInUseError`."""
        with self._office.door.enter(Action.DRAFT_LEFT_DROPPED, detail=line.window) as step:
            known = {each.id: each for each in self._office.keys.accounts()}
            if _writes(known.get(line.account_id)):
                raise DraftInUseError
            step.drafts.drop(line.account_id, line.window, line.subject)

    def waiting(self, step: Step) -> int:
        """Count the half-typed work of everybody inside a running action."""
        return sum(bool(_typed(each)) for _, each in step.drafts.of_people())

    def _line(self, step: Step, draft: Draft) -> DraftLine:
        subject, number, of_request = abs(draft.subject), "", draft.window in OF_REQUESTS
        if of_request:
            request = step.uow.requests.get(draft.subject)
            subject, number = request.person_id, request.number
        keeper = step.uow.merges.keeper_of(subject)
        person = step.uow.people.some([keeper]).get(keeper)
        ended = person is not None and person.state is not PersonState.ACTIVE
        typed = _typed(draft)
        own = next((draft.values[each] for each in _NAMES if draft.values.get(each)), "")
        return DraftLine(
            draft.window,
            draft.subject,
            draft.kept_at,
            len(typed),
            self._office.index.name_of(keeper) or own,
            draft.values.get("kind", ""),
            number,
            merged=keeper != subject and not of_request,
            ended=ended and not of_request,
            emptied=draft.emptied,
            apart=self._office.index.apart(keeper),
        )


def _held_against_now(values: Mapping[str, str]) -> dict[str, str]:
    """Return half-typed values as typed over nothing that is stored: each difference is told."""
    groups = {name for name in values if name.startswith(OVER) and "." not in name[len(OVER) :]}
    return {**values, **dict.fromkeys(groups, "0")}


def _writes(account: Account | None) -> bool:
    """Tell whether an account may sign in and go on with what it has half typed."""
    if account is None or account.state is not AccountState.ACTIVE:
        return False
    return Right.ENTER in RIGHTS_OF[account.role]


def _typed(draft: Draft) -> list[str]:
    """Return the fields that are filled, or emptied of what stood in them."""
    if draft.emptied:
        return []
    return [
        name
        for name, text in draft.values.items()
        if (text or draft.values.get(OVER + name))
        and name not in _NOT_TYPED
        and not name.startswith(OVER)
    ]


def left_of_drafts(
    step: Step, plan: Plan, traces: Traces | None
) -> Callable[[Draft], Draft | None]:
    """Return what says what a destruction leaves of a draft.

    Nothing of what is about persons who are gone with it. Of what is about those who go on, and of
    others that say what was destroyed, or may say it, only that they were there: whoever has typed
    them is told.
    """
    uow = step.uow
    asked = uow.requests.persons()
    persons = {*plan.persons, *uow.merges.merged_into(plan.persons)}
    go_on = {
        each
        for each in plan.persons
        if any(held.group == _IDENTITY for held in uow.holdings.of_person(each))
    }

    def says_nothing(draft: Draft) -> bool:
        text = "\n".join(draft.values.values()).encode()
        return traces is not None and not any(needle in text for needle in traces.needles.all)

    def left_of(draft: Draft) -> Draft | None:
        of_request = draft.window in OF_REQUESTS
        person_id = asked.get(draft.subject, 0) if of_request else abs(draft.subject)
        about = person_id in persons
        if about and uow.merges.keeper_of(person_id) not in go_on:
            return None
        if draft.emptied or (not about and says_nothing(draft)):
            return draft
        return draft.empty() if _typed(draft) and not is_saved_file(draft) else None

    return left_of
