"""Whoever has opened the office is let in, and on record with the wrong tries before."""

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.leaver_notes import has_left
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys.refusals import AccountBlockedError


def admit(office: OpenOffice, noted: str, sure: str) -> None:
    """Record the opening; raise `AccountBlockedError` where the person has left the job.

    `noted`, `sure`: as `has_left` takes them.
    """
    tries = office.keys.failed_tries
    gone = has_left(office, noted, sure)
    if tries or gone:
        with office.door.enter(Action.PROOF_FAILED, detail="left" if gone else "opening") as step:
            step.count = max(tries, 1)
    if gone:
        raise AccountBlockedError
    with office.door.enter(Action.SIGNED_IN) as step:
        step.uow.law_rows.fill({code: {} for code in office.law.rules_on(office.today())})
