"""Whether resident numbers are kept at all: off, until an officer names the law and signs.

That it is so stands in the ledger, which no restore rolls back: who, when, on or off. Which law and
why is sealed in a holding of the office. On only where both tell of the same moment.
"""

from dataclasses import replace
from datetime import datetime

from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.resident_numbers import (
    GROUP,
    PermitMissingError,
    ResidentNumberPermit,
    ResidentNumbersHeldError,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import checked_values, new_of_office, profile_in
from easycare_desktop.services.unnamed import without_names

PERMIT_GROUP = "resident_permit"
_KIND = "resident_numbers"


class PermitService:
    """Use cases of the permit."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def offered(self) -> bool:
        """Tell whether an office of this kind may have such numbers at all."""
        return any(group.by_permit for group in self._office.catalogue.groups)

    def now(self) -> ResidentNumberPermit | None:
        """Return the permit that stands, if one does."""
        with self._door.enter(Action.PERMIT_READ) as step:
            return self._read(step)

    def apply(self) -> None:
        """Open or close the item group as the permit says; done when an office is opened."""
        if self.offered():
            self._set(permit=self.now() is not None)

    def give(self, article: str, reason: str, password: str) -> ResidentNumberPermit:
        """Let numbers be kept from now on, under the officer's own password.

        Raises `PermitMissingError`, `NameInTextError`, `NotPermittedError`, `WrongLoginError`,
        `TooManyTriesError`.
        """
        office = self._office
        if not article.strip():
            raise PermitMissingError("article")
        if not reason.strip():
            raise PermitMissingError("reason")
        reason = without_names(office.index, reason, "reason")
        permit = ResidentNumberPermit(
            article.strip(), reason, office.clock.now(), office.actor.account_id
        )
        with self._door.enter(Action.PERMIT_CHANGED, detail="resident numbers on") as step:
            self._sign(password)
            self._note(permit.set_at, kept=True)
            self._seal(step, permit)
        self._set(permit=True)
        return permit

    def end(self, password: str) -> None:
        """Let no number be kept any more; raises `ResidentNumbersHeldError` while some are."""
        with self._door.enter(Action.PERMIT_CHANGED, detail="resident numbers off") as step:
            self._sign(password)
            held = sum(1 for _ in step.uow.everybody.of_group(GROUP, HERE))
            if held:
                raise ResidentNumbersHeldError(held)
            self._note(self._office.clock.now(), kept=False)
        self._set(permit=False)

    def _sign(self, password: str) -> None:
        keys = self._office.keys
        keys.verify_password(keys.account.login, password)

    def _note(self, at: datetime, *, kept: bool) -> None:
        facts = {"kept": kept, "at": at.isoformat(), "by": self._office.actor.account_id}
        self._office.keys.ledger_append(_KIND, facts, at)

    def _seal(self, step: Step, permit: ResidentNumberPermit) -> None:
        office, uow = self._office, step.uow
        said = {
            "article": permit.article,
            "reason": permit.reason,
            "given_at": permit.set_at.isoformat(),
        }
        clean = checked_values(office, said, PERMIT_GROUP)
        new = new_of_office(office, uow, PERMIT_GROUP, clean)
        known = uow.holdings.open_group(new.person_id, PERMIT_GROUP)
        if known is None:
            uow.holdings.add([new])
        else:
            uow.holdings.change(known.holding.id, known.holding.version, clean)

    def _read(self, step: Step) -> ResidentNumberPermit | None:
        entries = [each for each in self._office.keys.ledger_entries() if each.kind == _KIND]
        if not entries or entries[-1].facts.get("kept") is not True:
            return None
        facts, said = entries[-1].facts, profile_in(step.uow, PERMIT_GROUP)
        if said.get("given_at") != facts["at"]:
            return None
        at = datetime.fromisoformat(said["given_at"])
        return ResidentNumberPermit(said["article"], said["reason"], at, int(str(facts["by"])))

    def _set(self, *, permit: bool) -> None:
        if self._office.catalogue.permit is not permit:
            self._office.catalogue = replace(self._office.catalogue, permit=permit)
