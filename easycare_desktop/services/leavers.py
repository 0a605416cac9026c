"""Accounts of people who left the job: noted with the ending, closed by the officer."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.hangul import name_key
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Action, Right, Role
from easycare_desktop.security.accounts import Account, AccountState
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.tasks import Task, TaskKind
from easycare_desktop.storage.unit_of_work import UnitOfWork

LEFT = _NOTED, _SURE = "leavers", "leavers_sure"


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
            opened = [each for each in self._office.keys.accounts() if _open(each)]
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
            _keep(step.uow, lambda account, _person: account != account_id)
        return state

    def close_on(self, person_id: int, account_id: int, day: date) -> None:
        """Let the officer be asked on the last day of work, which is still to come."""
        with self._door.enter(
            Action.ACCOUNT_CHANGED, person_id=person_id, detail=f"leaves: account {account_id}"
        ) as step:
            noted = _noted(step.uow) | {str(account_id): (person_id, day.isoformat())}
            step.uow.meta.put(_NOTED, json.dumps(noted))
            sure = {*json.loads(step.uow.meta.get(_SURE, "[]")), account_id}
            step.uow.meta.put(_SURE, json.dumps(sorted(sure)))

    def noted(self) -> dict[int, int]:
        """Return who is noted to leave, by number of the account."""
        with self._door.enter(Action.ACCOUNTS_READ, detail="leavers") as step:
            return {int(account): person for account, (person, _) in _noted(step.uow).items()}

    def keep_open(self, person_id: int) -> None:
        """Record that the accounts of the same name are somebody else's: nobody asks again."""
        with self._door.enter(
            Action.ACCOUNT_CHANGED, person_id=person_id, detail="left: no account"
        ) as step:
            forget_leaver(step.uow, person_id)


def note_leaver(office: OpenOffice, uow: UnitOfWork, person: Person, ended_on: date) -> None:
    """Note which open accounts bear the name of staff who leave: an officer will be asked."""
    if person.kind is not PersonKind.STAFF:
        return
    identity = uow.holdings.open_group(person.id, "identity")
    name = name_key(identity.values.get("name", "")).text if identity else ""
    found = {
        str(each.id): (person.id, ended_on.isoformat())
        for each in office.keys.accounts()
        if _open(each) and name_key(each.name).text == name
    }
    if found:
        uow.meta.put(_NOTED, json.dumps(_noted(uow) | found))


def has_left(office: OpenOffice, noted: str, sure: str) -> bool:
    """Tell whether an officer named this session's account as that of somebody who has left.

    `noted`, `sure`: the values named `LEFT`, as they lie in office.db. The day of leaving itself
    is still one of work. An account of the same name that nobody confirmed, and that of the last
    officer, are asked about and not kept out.
    Source: safety measures standard, art. 5 (rights end without delay when somebody leaves).
    """
    account_id = office.actor.account_id
    known = json.loads(noted or "{}").get(str(account_id))
    if known is None or account_id not in json.loads(sure or "[]"):
        return False
    last = office.actor.role is Role.OFFICER and not office.others_approve(account_id)
    return not last and date.fromisoformat(known[1]) < office.today()


def forget_leaver(uow: UnitOfWork, person_id: int) -> None:
    """Ask no more about the accounts of somebody, who stays or has none."""
    _keep(uow, lambda _account, person: person != person_id)


def leaver_tasks(office: OpenOffice, step: Step) -> list[Task]:
    """Return the accounts of leavers that are still open; for whoever may close them."""
    noted = _noted(step.uow)
    if not noted or not office.actor.may(Right.ACCOUNTS):
        return []
    return [
        Task(
            TaskKind.LEAVER_ACCOUNT,
            date.fromisoformat(noted[str(each.id)][1]),
            each.id,
            name=each.name,
        )
        for each in office.keys.accounts()
        if str(each.id) in noted and _open(each)
    ]


def _noted(uow: UnitOfWork) -> dict[str, tuple[int, str]]:
    """Return the person and the last day of work, by number of account."""
    known = json.loads(uow.meta.get(_NOTED, "{}"))
    return {number: (int(person), str(day)) for number, (person, day) in known.items()}


def _keep(uow: UnitOfWork, stays: Callable[[int, int], bool]) -> None:
    known = _noted(uow)
    left = {each: (who, day) for each, (who, day) in known.items() if stays(int(each), who)}
    if left != known:
        uow.meta.put(_NOTED, json.dumps(left))


def _open(account: Account) -> bool:
    return account.state is AccountState.ACTIVE
