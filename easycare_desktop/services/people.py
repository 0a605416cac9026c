"""People: registering, finding, opening and correcting people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from easycare_desktop.domain.catalogue import ItemField, ItemGroup
from easycare_desktop.domain.consents import ConsentLine
from easycare_desktop.domain.holdings import (
    FieldChange,
    Holding,
    HoldingContent,
    newest_first,
)
from easycare_desktop.domain.known_ends import KnownEnd, known_end
from easycare_desktop.domain.people import (
    Person,
    PersonKind,
    PersonNotFoundError,
    PersonState,
)
from easycare_desktop.domain.requests import Channel, Request
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.signals import Signal
from easycare_desktop.domain.usual_lengths import Unusual, UsualLengths
from easycare_desktop.domain.validation import parse_value
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.consent_standings import agreed_to
from easycare_desktop.services.corrections import CorrectionService, Typed, Why
from easycare_desktop.services.index_loading import lines_in
from easycare_desktop.services.merge_views import MergeView, merges_of
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.person_lines import PersonLine, groups_of, person_line, said_in_line
from easycare_desktop.services.returning import keep_in_use
from easycare_desktop.services.signals import signals_in
from easycare_desktop.services.ties import identity_of, tie_last, tied


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything in use about one person, opened.

    `agreed`: purposes of the consents that stand on the day it was opened. `of_guardians`: by id,
    what is on record about each guardian's name, relation and capacity.
    """

    person: Person
    name: str
    contents: Mapping[str, HoldingContent]
    holdings: tuple[Holding, ...]
    guardians: tuple[PersonLine, ...]
    recipients: tuple[PersonLine, ...]
    consents: tuple[ConsentLine, ...]
    requests: tuple[Request, ...]
    merges: tuple[MergeView, ...]
    signals: tuple[Signal, ...]
    agreed: frozenset[str] = frozenset()
    of_guardians: Mapping[int, Mapping[str, str]] = field(default_factory=dict, repr=False)

    @property
    def payers(self) -> frozenset[int]:
        """Ids of the guardians who pay."""
        told = self.of_guardians
        return frozenset(each for each in told if told[each].get("is_payer") == "yes")

    @property
    def known_end(self) -> KnownEnd:
        """What is on record about the end of the relation."""
        return known_end({code: each.values for code, each in self.contents.items()})

    @property
    def last_service_on(self) -> date | None:
        """The last day of service: of an end that is recorded, or else of the contract."""
        return self.person.last_service_on or self.known_end.last_service_on


class PeopleService:
    """Use cases of people."""

    def __init__(self, office: OpenOffice, corrections: CorrectionService) -> None:
        self._office = office
        self._door = office.door
        self._corrections = corrections

    def load_index(self) -> int:
        """Open every identity in use into memory; return how many."""
        with self._door.enter(Action.PEOPLE_LISTED, detail="index") as step:
            lines = lines_in(step.uow)
            step.count = len(lines)
        self._office.index.fill(lines)
        return len(lines)

    def groups_for(self, kind: PersonKind) -> tuple[ItemGroup, ...]:
        """Return the item groups that a person of this kind may have, in order."""
        return self._office.catalogue.groups_for(kind)

    def kinds(self) -> tuple[PersonKind, ...]:
        """Return the kinds of person this office may store anything about, in order."""
        known = self._office.catalogue.kinds()
        return tuple(kind for kind in PersonKind if kind in known)

    def read(self, field: ItemField, typed: str) -> str:
        """Return one typed value as it would be stored. Raises an `InputRefusal`."""
        return parse_value(field, typed, self._office.today(), self._office.words)

    def unusual(self, group: str, values: Mapping[str, str]) -> Unusual | None:
        """Return what is not usual about a group's values; it is told, and nothing is refused."""
        law = self._office.law
        return UsualLengths(law.usual, law.deadlines).unusual(group, values)

    def find(self, typed: str, kind: PersonKind | None = None) -> Sequence[PersonLine]:
        """Search what is in memory. Not logged: only the opening of a person is."""
        return self._office.index.find(typed, () if kind is None else (kind,))

    def check(self, kind: PersonKind, values: writing.Values) -> dict[str, dict[str, str]]:
        """Return the values as they would be stored; raise `ValuesRefusedError`."""
        return writing.checked(self._office, kind, values)

    def register(
        self,
        kind: PersonKind,
        values: writing.Values,
        *,
        channel: Channel = Channel.VISIT,
        guardian_of: int | None = None,
        registered_on: date | None = None,
    ) -> Person:
        """Register a person: number, keys, holdings, log entry in one commit.

        `values` maps item group to fields and must hold the identity. Groups that rest on consent
        are refused until the consent is on record (`ConsentMissingError`), and a tie to somebody
        who has ended or waits for that (`PersonHasEndedError`).
        """
        clean = self.check(kind, {"identity": {}} | dict(values))
        writing.check_birth(clean)
        today = self._office.today()
        day = registered_on or today
        with self._door.enter(Action.PERSON_REGISTERED) as step:
            person = step.uow.people.add(kind, day)
            for code in clean:
                writing.check_consent(step.uow, self._office.catalogue, person, code, today)
            begun = step.uow.holdings.add(
                [
                    writing.new_holding(self._office.catalogue, person, code, fields, channel, day)
                    for code, fields in clean.items()
                    if fields or code == "identity"
                ]
            )
            if guardian_of is not None:
                tie_last(step.uow, guardian_of, person.id)
            step.person_id = person.id
        merged: dict[str, str] = {}
        for code in groups_of(kind):
            merged |= said_in_line(code, clean.get(code, {}))
        self._office.index.put(person_line(person, merged))
        self._corrections.registered(person.id, [each.id for each in begun])
        return person

    def open(self, person_id: int) -> PersonCard:
        """Open everything in use about a person. Separated holdings are not found here."""
        with self._door.enter(Action.PERSON_OPENED, person_id=person_id) as step:
            uow = step.uow
            person = uow.people.get(person_id)
            if person.state in {PersonState.SEPARATED, PersonState.GONE}:
                raise PersonNotFoundError(person_id)
            holdings = uow.holdings.of_person(person_id)
            used = sorted(
                (each for each in holdings if each.merged_from is None),
                key=newest_first,
                reverse=True,
            )
            first = {each.group: each.id for each in used}
            contents = {group: uow.holdings.open(first[group]) for group in sorted(first)}
            guardians = uow.people.guardians_of(person_id)
            of_guardians = {each: identity_of(uow, each) for each in guardians}
            recipients = uow.people.recipients_of(person_id)
            requests = uow.requests.of_person(person_id)
            consents = tuple(uow.consents.of_person(person_id))
            merges = merges_of(uow, person_id, self._office.today())
        index = self._office.index
        index.renew(person)
        said = {group: each.values for group, each in contents.items()}
        return PersonCard(
            person=person,
            name=said.get("identity", {}).get("name", ""),
            contents=contents,
            holdings=tuple(holdings),
            guardians=tuple(line for each in guardians if (line := index.get(each))),
            recipients=tuple(line for each in recipients if (line := index.get(each))),
            consents=consents,
            requests=tuple(requests),
            merges=merges,
            signals=signals_in(self._office, person, said, consents, tied=bool(recipients)),
            agreed=agreed_to(consents, self._office.today()),
            of_guardians=of_guardians,
        )

    def save_group(
        self,
        person_id: int,
        group: str,
        fields: Mapping[str, str],
        *,
        expected_version: int = 0,
        reason: str = "",
        channel: Channel = Channel.VISIT,
    ) -> HoldingContent:
        """Add an item group (`expected_version` 0) or correct it, with its history.

        Raises `ValuesRefusedError`, `ReasonMissingError`, `ConsentMissingError`,
        `HoldingChangedMeanwhileError`, `HoldingFrozenError`, `PersonHasEndedError`.
        """
        typed = Typed(fields, expected_version)
        why = Why(reason, channel=channel)
        return self._corrections.save(person_id, {group: typed}, why).contents[group]

    def history(self, person_id: int) -> list[FieldChange]:
        """Return every recorded change of a person's fields, newest first."""
        return self._corrections.history(person_id)

    def link_guardian(self, recipient_id: int, guardian_id: int) -> None:
        """Tie a registered guardian to a recipient as the last in the order of contact.

        A guardian who was about to go with somebody else stays. Raises `AlreadyLinkedError`, and
        `PersonHasEndedError` where one of the two is going by their own ending.
        """
        with self._door.enter(Action.PERSON_CORRECTED, person_id=recipient_id) as step:
            keep_in_use(self._office, step.uow, guardian_id)
            tie_last(step.uow, recipient_id, guardian_id)

    def note_shown(self, person_id: int, group: str, field: str) -> None:
        """Record that a covered value of somebody was looked at."""
        detail = f"{group}.{field}"
        with self._door.enter(Action.NUMBER_SHOWN, person_id=person_id, detail=detail):
            pass

    def call_first(self, recipient_id: int, guardian_id: int) -> None:
        """Put a guardian first in the order of contact; the others keep theirs.

        Raises `NotLinkedError`, and `PersonHasEndedError` where the recipient is leaving.
        """
        with self._door.enter(
            Action.PERSON_CORRECTED, person_id=recipient_id, detail="order of contact"
        ) as step:
            known = tied(step.uow, recipient_id, guardian_id)
            rest = [each for each in known if each != guardian_id]
            step.uow.people.put_in_order(recipient_id, [guardian_id, *rest])
