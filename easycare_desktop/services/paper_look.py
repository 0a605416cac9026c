"""Changing the look of the office's papers; every version that was is on record."""

from dataclasses import dataclass, field
from datetime import datetime

from easycare_desktop.documents.seal_picture import clean_seal
from easycare_desktop.domain.holdings import HoldingContent
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_look import (
    LOOK,
    NO_SEAL,
    SEAL,
    look_holding,
    look_in,
    seals_of,
)
from easycare_desktop.services.office_profile import new_of_office


@dataclass(frozen=True, slots=True)
class LookChange:
    """One change: what (a field, `seal` or `no_seal`), when, by whom, and why."""

    what: str
    at: datetime
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PaperLook:
    """The seal as a PNG, empty where there is none; the version; all changes, newest first."""

    seal: bytes = field(repr=False)
    version: int
    changes: tuple[LookChange, ...]


class PaperLookService:
    """Use cases of the seal; the wording is stored like all that the office says of itself."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def read(self) -> PaperLook:
        """Return the look as it stands with its history."""
        with self._office.door.enter(Action.OFFICE_READ, detail="look") as step:
            look, seal = look_in(step.uow)
            return PaperLook(seal, look.version, self._changes(step))

    def put_seal(self, scan: bytes) -> None:
        """Take a scan or photo of the seal; white paper becomes clear.

        Raises `PictureUnreadableError`, `SealTooSmallError`, `SealNotFoundError`.
        """
        self._add(clean_seal(scan), SEAL)

    def drop_seal(self) -> None:
        """Print papers without a seal from now on; the ones before stay on record."""
        self._add(b"", NO_SEAL)

    def _add(self, picture: bytes, media: str) -> None:
        office = self._office
        with office.door.enter(Action.OFFICE_CHANGED, detail=media) as step:
            holding = self._content(step).holding
            at, account = office.clock.now(), office.actor.account_id
            step.uow.files.add(holding.id, picture, media, at=at, account_id=account)

    def _content(self, step: Step) -> HoldingContent:
        content = look_holding(step.uow)
        if content is not None:
            return content
        made = step.uow.holdings.add([new_of_office(self._office, step.uow, LOOK, {})])[0]
        return step.uow.holdings.open(made.id)

    def _changes(self, step: Step) -> tuple[LookChange, ...]:
        content = look_holding(step.uow)
        if content is None:
            return ()
        names = {account.id: account.name for account in self._office.keys.accounts()}
        found = [
            LookChange(media_word(each.media), each.added_at, names.get(each.account_id, ""))
            for each in seals_of(step.uow, content)
        ]
        found += [
            LookChange(each.field, each.changed_at, names.get(each.account_id, ""), each.reason)
            for each in step.uow.history.of_holding(content.holding)
        ]
        return tuple(sorted(found, key=_moment, reverse=True))


def media_word(media: str) -> str:
    """Return the code of a change of the seal."""
    return "seal" if media == SEAL else "no_seal"


def _moment(change: LookChange) -> datetime:
    return change.at
