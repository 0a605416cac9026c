"""When something was lost or somebody left: a new sheet and new keys around everything."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action, Role
from easycare_desktop.security.accounts import (
    Account,
    AccountState,
    AccountUnknownError,
    NotAnOfficerError,
)
from easycare_desktop.services.key_places import KeyPlaceService, KeyPlaceView
from easycare_desktop.services.missing_keys import MissingKey, missing_keys
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.proving import failures_on_record
from easycare_desktop.services.recovery_sheets import NewSheet, Renewed
from easycare_desktop.services.struck_off import LOST, lost_generations
from easycare_desktop.storage.keys import place_registry
from easycare_desktop.storage.keys.generation import switch_generation
from easycare_desktop.storage.keys.rotation import prove_opener, rotate_officer_secrets
from easycare_desktop.storage.keys.sheets import sheet_openings
from easycare_desktop.storage.keys.ways_in import without_way_in

TESTED = "officer_tested"
_BEGUN, _ENDED = "renewal_begun", "renewal_ended"
_LEFT, _PLACE, _SHEET = "hand_over", "lost", "sheet"


class OfficerNotTestedError(Refusal):
    """The new officer has not yet shown that the own password opens what is kept apart."""


class LeavingIsSignedInError(Refusal):
    """Whoever leaves cannot hand over to themselves: the new officer signs in for it."""


class NothingUnfinishedError(Refusal):
    """No renewal was stopped on its way."""


class TooFewOpenersError(Refusal):
    """Two openers must stay: two officers, or an officer and the sheet."""


@dataclass(frozen=True, slots=True)
class AfterSheet:
    """What came of an opening by the sheet. `shut_out`: names of whoever needs a new password."""

    renewed: Renewed
    shut_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """`openings`: of the sheet in use; `lost`: the generation that each lost place holds.

    `missing`: rows that nothing opens although they were never destroyed. `unfinished`: why a
    renewal was begun that a stop kept from its end: `hand_over`, `lost`, `sheet`; empty for none.
    """

    openings: int = 0
    lost: tuple[int, ...] = ()
    missing: tuple[MissingKey, ...] = ()
    unfinished: str = ""


class RecoveryService:
    """Use cases of the days on which keys were lost or an officer left."""

    def __init__(self, office: OpenOffice, places: KeyPlaceService) -> None:
        self._office = office
        self._door = office.door
        self._places = places

    def state(self) -> RecoveryState:
        """Return what was used, lost or is missing."""
        keys = self._office.keys
        with self._door.enter(Action.KEY_PLACES_READ, detail="recovery") as step:
            return RecoveryState(
                openings=sheet_openings(keys.file, keys.sheet_number),
                lost=lost_generations(keys),
                missing=tuple(missing_keys(self._office, step)),
                unfinished=self._unfinished()[0],
            )

    def place_lost(self, place_id: int, sheet: NewSheet) -> Renewed:
        """Strike a lost place off; new sheet, new root and device key around everything.

        What was lost opens, with the old sheet, what lay on it: nothing that is written from now
        on. Raises `NotPermittedError`, `NotAnOfficerError`, and what stops a switch.
        """
        keys = self._office.keys
        with self._office.at_work:
            standing = {each.id: each for each in self._places.states()}
            with self._door.enter(Action.KEY_PLACE_CHANGED, detail="lost"):
                known = standing.get(place_id)
                generation = known.generation if known and known.generation else keys.generation
                facts = {"place": place_id, "generation": generation}
                self._begin(_PLACE, 0)
                keys.ledger_append(LOST, facts, self._office.clock.now())
                place_registry.remove_place(keys, place_id, generation=generation, lost=True)
            return self._renew(sheet, _PLACE)

    def exchange(self, sheet: NewSheet) -> Renewed:
        """Put a new sheet in the place of the old one, with a new root and device key.

        The old sheet opens nothing that is written from now on, whatever copies of keys and kits
        lie about: only what `behind` names. Raises `NotPermittedError`, `NotAnOfficerError`, and
        what stops a switch; a stop in between is gone on with by `go_on`.
        """
        with self._office.at_work:
            with self._door.enter(Action.KEY_PLACE_CHANGED, detail="sheet.exchange"):
                if self._office.actor.role is not Role.OFFICER:
                    raise NotAnOfficerError
                self._begin(_SHEET, 0)
            return self._renew(sheet, _SHEET)

    def officers(self) -> tuple[Account, ...]:
        """Return the officers of whom one may have come in by the sheet."""
        with self._door.enter(Action.ACCOUNTS_READ, detail="by sheet"):
            return self._officers()

    def after_sheet(self, account_id: int, password: str, sheet: NewSheet) -> AfterSheet:
        """Let the officer who came in by the sheet choose a password; the sheet is exchanged.

        Everything gets new keys, so that the sheet that was opened opens nothing any more. Raises
        the refusals of the password rule, `AccountUnknownError`, and what stops a switch.
        """
        office, keys = self._office, self._office.keys
        with office.at_work:
            with self._door.enter(Action.ACCOUNT_CHANGED, detail="password by sheet"):
                if account_id not in {each.id for each in self._officers()}:
                    raise AccountUnknownError(account_id)
                keys.reset_password(account_id, password, own=True)
            renewed = self._renew(sheet, "by sheet")
        with keys.file.read() as connection:
            shut_out = without_way_in(connection, keys.slots_file.slots)
        return AfterSheet(renewed, tuple(each.name for each in shut_out))

    def _officers(self) -> tuple[Account, ...]:
        return tuple(
            each
            for each in self._office.keys.accounts()
            if each.role is Role.OFFICER and each.state is AccountState.ACTIVE
        )

    def prove_officer(self, login: str, password: str) -> Account:
        """Let an officer show that the own password opens one holding that is kept apart.

        Raises `WrongLoginError`, `NotAnOfficerError`.
        """
        office = self._office
        with failures_on_record(self._door, "test"):
            account, pair = office.keys.desk.prove(login, password)
        with self._door.enter(Action.ACCOUNT_CHANGED, detail="test"):
            holding_id = prove_opener(office.keys, pair)
            facts = {"account": account.id, "opened": holding_id is not None}
            office.keys.ledger_append(TESTED, facts, office.clock.now())
            return account

    def tested(self) -> frozenset[int]:
        """Return the accounts of officers who have been tested."""
        with self._door.enter(Action.ACCOUNTS_READ, detail="tested"):
            return self._tested()

    def hand_over(self, leaving: int, sheet: NewSheet) -> Renewed:
        """Remove an officer who left; new officer key, signing key, sheet, root and device key.

        Each step may be repeated: see `go_on`. Raises `LeavingIsSignedInError`,
        `OfficerNotTestedError`, `TooFewOpenersError`, `LastOfficerError`, `NotAnOfficerError`.
        """
        office = self._office
        with office.at_work:
            with self._door.enter(Action.ACCOUNT_CHANGED, detail="hand_over"):
                self._check(leaving)
                self._begin(_LEFT, leaving)
                office.keys.set_state(leaving, AccountState.LEFT)
                envelopes = rotate_officer_secrets(office.keys, office.clock.now())
            done = self._renew(sheet, _LEFT)
        return Renewed(done.generation, done.sheet, done.behind, envelopes)

    def go_on(self, sheet: NewSheet) -> Renewed:
        """Bring a renewal to its end that a stop has interrupted, with another new sheet.

        Raises `NothingUnfinishedError`, and as `hand_over`.
        """
        reason, account = self._unfinished()
        if not reason:
            raise NothingUnfinishedError
        if reason == _LEFT:
            return self.hand_over(account, sheet)
        with self._office.at_work:
            return self._renew(sheet, reason)

    def _begin(self, reason: str, account: int) -> None:
        facts = {"reason": reason, "account": account}
        self._office.keys.ledger_append(_BEGUN, facts, self._office.clock.now())

    def _unfinished(self) -> tuple[str, int]:
        """Return reason and account of the last renewal, unless it was ended."""
        found = ("", 0)
        for each in self._office.keys.ledger_entries():
            if each.kind == _BEGUN:
                found = (str(each.facts["reason"]), int(str(each.facts["account"])))
            elif each.kind == _ENDED:
                found = ("", 0)
        return found

    def _check(self, leaving: int) -> None:
        """Keep two openers: an officer who was tested, and the sheet or another officer."""
        if leaving == self._office.actor.account_id:
            raise LeavingIsSignedInError
        staying = [each.id for each in self._officers() if each.id != leaving]
        if not staying:
            raise TooFewOpenersError
        if not set(staying) & self._tested():
            raise OfficerNotTestedError

    def _tested(self) -> frozenset[int]:
        return frozenset(
            int(str(each.facts["account"]))
            for each in self._office.keys.ledger_entries()
            if each.kind == TESTED
        )

    def _renew(self, sheet: NewSheet, reason: str) -> Renewed:
        """Exchange the sheet, then write a generation that nothing old opens."""
        keys = self._office.keys
        with self._door.enter(Action.KEY_PLACE_CHANGED, detail=f"renew.{reason}"):
            number = keys.renew_sheet(sheet.code)
            following = keys.generation + 1
            switch_generation(
                keys,
                destroy=frozenset(),
                separate={},
                digest=hashlib.sha256(f"{reason} {following}".encode()).digest(),
                destruction_number=f"K-{following}",
                now=self._office.clock.now(),
            )
            keys.ledger_append(_ENDED, {"generation": keys.generation}, self._office.clock.now())
        return Renewed(keys.generation, number, _behind(self._places.refresh_all()))


def _behind(places: Sequence[KeyPlaceView]) -> tuple[str, ...]:
    return tuple(each.label for each in places if not each.newest)
