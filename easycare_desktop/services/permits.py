"""Whether resident numbers are kept at all: off, until an officer names the law and signs."""

import json
from dataclasses import asdict, replace
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
from easycare_desktop.services.unnamed import without_names

_META = "permit.resident_numbers"


class PermitService:
    """Use cases of the permit. It stands with the data; who gave and ended it is in the ledger."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def offered(self) -> bool:
        """Tell whether an office of this kind may have such numbers at all."""
        return any(group.by_permit for group in self._office.catalogue.groups)

    def now(self) -> ResidentNumberPermit | None:
        """Return the permit that stands, if one does."""
        with self._door.enter(Action.PERMIT_READ) as step:
            return _read(step)

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
            facts = asdict(permit) | {"set_at": permit.set_at.isoformat()}
            step.uow.meta.put(_META, json.dumps(facts))
            office.keys.ledger_append("resident_numbers", {"kept": True} | facts, permit.set_at)
        self._set(permit=True)
        return permit

    def end(self, password: str) -> None:
        """Let no number be kept any more; raises `ResidentNumbersHeldError` while some are."""
        with self._door.enter(Action.PERMIT_CHANGED, detail="resident numbers off") as step:
            self._sign(password)
            held = sum(1 for _ in step.uow.holdings.values_of_all(GROUP, HERE))
            if held:
                raise ResidentNumbersHeldError(held)
            step.uow.meta.put(_META, "")
            now = self._office.clock.now()
            self._office.keys.ledger_append("resident_numbers", {"kept": False}, now)
        self._set(permit=False)

    def _sign(self, password: str) -> None:
        keys = self._office.keys
        keys.verify_password(keys.account.login, password)

    def _set(self, *, permit: bool) -> None:
        self._office.catalogue = replace(self._office.catalogue, permit=permit)


def _read(step: Step) -> ResidentNumberPermit | None:
    told = step.uow.meta.get(_META)
    if not told:
        return None
    facts = json.loads(told)
    at = datetime.fromisoformat(facts["set_at"])
    return ResidentNumberPermit(facts["article"], facts["reason"], at, int(facts["set_by"]))
