"""Accounts of people who left the job: noted with the ending, closed by the officer."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.hangul import name_key
from easycare_desktop.domain.rights import Action, Right, Role
from easycare_desktop.security.accounts import Account, AccountState
from easycare_desktop.services.door import Step
from easycare_desktop.services.leaver_notes import (
    forget_leaver,
    is_open,
    keep_noted,
    note_last_day,
    noted,
)
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.tasks import Task, TaskKind


@dataclass(frozen=True, slots=True)
class LeaverAccounts:
    """Open accounts that may be of somebody who leaves; `closable` without one's own.

    `same_name`: of the person by name. `kept`: of the same name, and not closed here: one's own,
    or that of the last officer.
    """

    closable: tuple[Account, ...]
    same_name: tuple[Account, ...]
    kept: tuple[Account, ...]


class LeaverService:
    """Use cases of the account of somebody who leaves the job."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    @property
    def may_close(self) -> bool:
        """Tell whether the person at the keyboard may close accounts."""
        return self._office.actor.may(Right.ACCOUNTS)

    @property
    def own(self) -> int:
        """The account of the person at the keyboard."""
        return self._office.actor.account_id

    def accounts_of(self, name: str) -> LeaverAccounts:
        """Return whose accounts could be closed with the ending of somebody with this name."""
        with self._door.enter(Action.ACCOUNTS_READ, detail="leaver"):
            opened = [each for each in self._office.keys.accounts() if is_open(each)]
        officers = [each for each in opened if each.role is Role.OFFICER]
        stays = {self.own, *((each.id for each in officers) if len(officers) == 1 else ())}
        closable = tuple(each for each in opened if each.id not in stays)
        named = tuple(each for each in opened if name_key(each.name).text == name_key(name).text)
        return LeaverAccounts(
            closable,
            tuple(each for each in named if each.id not in stays),
            tuple(each for each in named if each.id in stays),
        )

    def close(self, person_id: int | None, account_id: int) -> AccountState:
        """End the account of somebody who left; that of an officer waits, blocked, for the keys.

        What an officer could open is exchanged when the office is handed over. Raises
        `NotPermittedError`, `AccountUnknownError`, `LastOfficerError`.
        """
        keys = self._office.keys
        account = next((each for each in keys.accounts() if each.id == account_id), None)
        officer = account is not None and account.role is Role.OFFICER
        state = AccountState.BLOCKED if officer else AccountState.LEFT
        with self._door.enter(
            Action.ACCOUNT_CHANGED, person_id=person_id, detail=f"left: account {account_id}"
        ) as step:
            keys.set_state(account_id, state)
            keep_noted(step.uow, lambda account, _person: account != account_id)
        return state

    def close_on(self, person_id: int, account_id: int, day: date) -> None:
        """Let the officer be asked on the last day of work, which is still to come."""
        with self._door.enter(
            Action.ACCOUNT_CHANGED, person_id=person_id, detail=f"leaves: account {account_id}"
        ) as step:
            note_last_day(step.uow, person_id, account_id, day)

    def noted(self) -> dict[int, int]:
        """Return who is noted to leave, by number of the account."""
        with self._door.enter(Action.ACCOUNTS_READ, detail="leavers") as step:
            return {int(account): person for account, (person, _) in noted(step.uow).items()}

    def keep_open(self, person_id: int) -> None:
        """Record that the accounts of the same name are somebody else's: nobody asks again."""
        with self._door.enter(
            Action.ACCOUNT_CHANGED, person_id=person_id, detail="left: no account"
        ) as step:
            forget_leaver(step.uow, person_id)


def leaver_tasks(office: OpenOffice, step: Step) -> list[Task]:
    """Return the accounts of leavers that are still open; for whoever may close them."""
    known = noted(step.uow)
    if not known or not office.actor.may(Right.ACCOUNTS):
        return []
    return [
        Task(
            TaskKind.LEAVER_ACCOUNT,
            date.fromisoformat(known[str(each.id)][1]),
            each.id,
            name=each.name,
        )
        for each in office.keys.accounts()
        if str(each.id) in known and is_open(each)
    ]
