"""Consents: recording what was said per purpose, with exact text version, method and evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.consent_purposes import ConsentPurpose
from easycare_desktop.domain.consents import (
    ConsentDateInFutureError,
    ConsentLine,
    ConsentMethod,
    Signer,
    current_lines,
)
from easycare_desktop.domain.hangul import NameKey
from easycare_desktop.domain.people import (
    Person,
    PersonKind,
    PersonState,
)
from easycare_desktop.domain.returned import FormUse
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.signers import check_signer
from easycare_desktop.services import consent_writing as writing
from easycare_desktop.services import returning
from easycare_desktop.services.consent_answers import ConsentStatus, Said, check_answers
from easycare_desktop.services.consent_standings import ConsentStandings, Given, living
from easycare_desktop.services.consent_writing import WITHDRAWN
from easycare_desktop.services.door import Step
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.request_checks import check_can_sign
from easycare_desktop.services.returning import active
from easycare_desktop.services.signed_forms import SignedForm, cleaned_form, keep_signed

__all__ = ["ConsentService", "ConsentStatus", "ConsentsOverview", "Said"]


@dataclass(frozen=True, slots=True)
class ConsentsOverview:
    """One person in the overview of consents."""

    person: Person
    name: str
    key: NameKey
    missing: tuple[ConsentPurpose, ...]
    given: int
    ends_next: date | None


class ConsentService:
    """Use cases of consents."""

    def __init__(self, office: OpenOffice, standings: ConsentStandings) -> None:
        self._office = office
        self._standings = standings
        self._door = office.door
        self._required = {
            kind: tuple(each for each in self.purposes_for(kind) if each.required)
            for kind in PersonKind
        }
        self._overview: tuple[object, Sequence[ConsentsOverview]] = (None, ())

    def purposes_for(self, kind: PersonKind) -> tuple[ConsentPurpose, ...]:
        """Return the purposes on the consent form of this kind of person, in printed order."""
        return self._office.catalogue.purposes_for(kind)

    def status_of(self, person_id: int) -> list[ConsentStatus]:
        """Return how every purpose stands for a person."""
        with self._door.enter(Action.CONSENTS_READ, person_id=person_id) as step:
            person = step.uow.people.get(person_id)
            lines = current_lines(step.uow.consents.of_person(person_id))
        return [
            ConsentStatus(purpose, lines.get(purpose.code), self._office.today())
            for purpose in self.purposes_for(person.kind)
        ]

    def lines_of(self, person_id: int) -> list[ConsentLine]:
        """Return every line of a person, newest first."""
        with self._door.enter(Action.CONSENTS_READ, person_id=person_id) as step:
            return step.uow.consents.of_person(person_id)[::-1]

    def record(
        self,
        person_id: int,
        said: Sequence[Said],
        signer: Signer,
        method: ConsentMethod,
        said_on: date,
        evidence: SignedForm | None = None,
    ) -> list[ConsentLine]:
        """Record a signed form: one line a purpose, signer and scan sealed with the paper.

        Raises `ConsentDateInFutureError`, `PersonHasEndedError`, `ChildSignsError`,
        `SignerProofMissingError`, `NothingSaidError`, `ConsentTooLongError`, and as
        `cleaned_form`, `keep_signed`.
        """
        self._check(said_on)
        check_signer(signer)
        form = cleaned_form(evidence)
        with self._door.enter(Action.CONSENT_RECORDED, person_id=person_id) as step:
            person = active(step.uow, person_id)
            check_can_sign(self._office, step.uow, person, signer.capacity, said_on)
            asked = {purpose.code: purpose for purpose in self.purposes_for(person.kind)}
            check_answers(said, asked, said_on)
            paper = writing.new_paper(self._office, person, signer, said_on)
            kept = keep_signed(step, self._office, paper, form, FormUse.CONSENT)
            lines = [
                self._add(step, person_id, each, asked[each.purpose], method, said_on, kept)
                for each in said
                if each.purpose in asked
            ]
            returning.resume_with_consent(self._office, step.uow, person)
            step.count = len(lines)
        return lines

    def _add(
        self,
        step: Step,
        person_id: int,
        each: Said,
        purpose: ConsentPurpose,
        method: ConsentMethod,
        said_on: date,
        kept: tuple[int, int | None],
    ) -> ConsentLine:
        return step.uow.consents.add(
            person_id,
            each.purpose,
            purpose.text_version,
            each.result,
            method,
            said_on=said_on,
            recorded_at=self._office.clock.now(),
            account_id=self._office.actor.account_id,
            until=each.until or purpose.last_day(said_on),
            paper_id=kept[0],
            evidence_id=kept[1],
        )

    def withdraw(
        self, person_id: int, purpose: str, method: ConsentMethod, said_on: date
    ) -> ConsentLine:
        """Record that a consent is withdrawn; what rests on it becomes due at once.

        Raises `ConsentAlreadyWithdrawnError`, `ConsentDateInFutureError`,
        `WithdrawnBeforeGivenError`.
        """
        self._check(said_on)
        with self._door.enter(
            Action.CONSENT_WITHDRAWN, person_id=person_id, detail=purpose
        ) as step:
            now = self._office.clock.now()
            line = writing.withdraw_in(
                step.uow,
                person_id,
                purpose,
                method,
                said_on,
                account_id=self._office.actor.account_id,
                at=now,
            )
            # What was refused must leave no restriction: so it is the last word before the commit.
            self._office.keys.restrict(WITHDRAWN, str(person_id), {"purpose": purpose}, now)
            return line

    def evidence(self, line: ConsentLine) -> Evidence | None:
        """Open the scan that proves a line."""
        if line.evidence_id is None:
            return None
        with self._door.enter(Action.EVIDENCE_READ, person_id=line.person_id) as step:
            file, content = step.uow.files.read(line.evidence_id)
        return Evidence(content, file.media)

    def signer_of(self, line: ConsentLine) -> str:
        """Return the name of who signed a line."""
        with self._door.enter(Action.CONSENTS_READ, person_id=line.person_id) as step:
            if line.paper_id is None or step.uow.holdings.get(line.paper_id) is None:
                return ""
            return step.uow.holdings.open(line.paper_id).values.get("signer_name", "")

    def overview(self) -> Sequence[ConsentsOverview]:
        """Return every person in use with what is missing and what ends next, in order of name.

        While nobody changed it is the same sequence.
        """
        with self._door.enter(Action.CONSENTS_READ, detail="overview") as step:
            standings = self._standings.now(step)
            step.count = len(standings)
            state = (self._standings.newest, self._office.index.changes, self._office.today())
        if state != self._overview[0]:
            self._overview = (state, self._look_over(standings))
        return self._overview[1]

    def _look_over(self, standings: Mapping[int, Given]) -> list[ConsentsOverview]:
        known: dict[tuple[PersonKind, Given], tuple[tuple[ConsentPurpose, ...], date | None]] = {}
        found, today = [], self._office.today()
        for line in self._office.index.all():
            person, given = line.person, living(standings.get(line.person.id, ()), today)
            if person.state is not PersonState.ACTIVE:
                continue
            if (person.kind, given) not in known:
                known[person.kind, given] = self._standing(person.kind, dict(given))
            missing, ends_next = known[person.kind, given]
            each = ConsentsOverview(person, line.name, line.key, missing, len(given), ends_next)
            found.append(each)
        return found

    def _standing(
        self, kind: PersonKind, given: Mapping[str, date | None]
    ) -> tuple[tuple[ConsentPurpose, ...], date | None]:
        missing = tuple(each for each in self._required[kind] if each.code not in given)
        return missing, min((until for until in given.values() if until), default=None)

    def _check(self, said_on: date) -> None:
        if said_on > self._office.today():
            raise ConsentDateInFutureError("said_on")
