"""Who of the staff has left while an open account bears the name: noted until it is settled."""

import json
from collections.abc import Callable
from datetime import date

from easycare_desktop.domain.hangul import name_key
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import Account, AccountState
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.unit_of_work import UnitOfWork

LEFT = _NOTED, _SURE = "leavers", "leavers_sure"


def note_leaver(office: OpenOffice, uow: UnitOfWork, person: Person, ended_on: date) -> None:
    """Note which open accounts bear the name of staff who leave: an officer will be asked."""
    if person.kind is not PersonKind.STAFF:
        return
    identity = uow.holdings.open_group(person.id, "identity")
    name = name_key(identity.values.get("name", "")).text if identity else ""
    found = {
        str(each.id): (person.id, ended_on.isoformat())
        for each in office.keys.accounts()
        if is_open(each) and name_key(each.name).text == name
    }
    if found:
        uow.meta.put(_NOTED, json.dumps(noted(uow) | found))


def forget_leaver(uow: UnitOfWork, person_id: int) -> None:
    """Ask no more about the accounts of somebody, who stays or has none."""
    keep_noted(uow, lambda _account, person: person != person_id)


def note_last_day(uow: UnitOfWork, person_id: int, account_id: int, day: date) -> None:
    """Note an account and the last day of work, which is still to come."""
    known = noted(uow) | {str(account_id): (person_id, day.isoformat())}
    uow.meta.put(_NOTED, json.dumps(known))
    sure = {*json.loads(uow.meta.get(_SURE, "[]")), account_id}
    uow.meta.put(_SURE, json.dumps(sorted(sure)))


def has_left(office: OpenOffice, noted_leavers: str, sure: str) -> bool:
    """Tell whether an officer named this session's account as that of somebody who has left.

    `noted_leavers`, `sure`: the values named `LEFT`, as they lie in office.db. The day of leaving
    itself is still one of work. An account of the same name that nobody confirmed, and that of the
    last officer, are asked about and not kept out.
    Source: safety measures standard, art. 5 (rights end without delay when somebody leaves).
    """
    account_id = office.actor.account_id
    known = json.loads(noted_leavers or "{}").get(str(account_id))
    if known is None or account_id not in json.loads(sure or "[]"):
        return False
    last = office.actor.role is Role.OFFICER and not office.others_approve(account_id)
    return not last and date.fromisoformat(known[1]) < office.today()


def noted(uow: UnitOfWork) -> dict[str, tuple[int, str]]:
    """Return the person and the last day of work, by number of account."""
    known = json.loads(uow.meta.get(_NOTED, "{}"))
    return {number: (int(person), str(day)) for number, (person, day) in known.items()}


def keep_noted(uow: UnitOfWork, stays: Callable[[int, int], bool]) -> None:
    """Forget whoever does not stay: `stays(account, person)`."""
    known = noted(uow)
    left = {each: (who, day) for each, (who, day) in known.items() if stays(int(each), who)}
    if left != known:
        uow.meta.put(_NOTED, json.dumps(left))


def is_open(account: Account) -> bool:
    """Tell whether somebody can log in with an account."""
    return account.state is AccountState.ACTIVE
