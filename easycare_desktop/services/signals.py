"""What there is to look after: of one person on the card, and of everybody for the list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.consents import ConsentLine
from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.once_more import CONTRACTS
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.signal_rules import Contents, SignalTopic
from easycare_desktop.domain.signals import CONSENT, UNTIED, Signal, signals_of
from easycare_desktop.services.consent_standings import ConsentStandings, Given, agreed_to, living
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import PROFILE, profile_in
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.storage.repositories.watched import WATCHED

Signals = Mapping[int, tuple[Signal, ...]]
UNTIED_SIGNAL = Signal(UNTIED, "", SignalTopic.MISSING)
# Kind, item groups of which nothing is held, watched days by item group, last day on the line,
# and the day of birth of somebody who may be too young.
_Alike = tuple[PersonKind, tuple[str, ...], tuple[tuple[str, date], ...], str, str]
_IN_LINES = {PersonKind.RECIPIENT: "entitlement", PersonKind.GUARDIAN: "identity"}
_FIELD = {PersonKind.RECIPIENT: "valid_until", PersonKind.GUARDIAN: "capacity_until"}


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is asked of the office to tell what there is to look after; nothing is judged yet.

    `lacking`: persons by item group; `watched`: days by item group and person; `staff`: values.
    """

    state: object
    today: date
    lines: Sequence[PersonLine]
    given: Mapping[int, Given]
    lacking: Sequence[tuple[str, frozenset[int]]]
    watched: Sequence[tuple[str, Mapping[int, date]]]
    staff: Mapping[int, Contents]
    untied: Iterable[int]


class SignalService:
    """Walks through everybody only when somebody changed or another day began."""

    def __init__(self, office: OpenOffice, standings: ConsentStandings) -> None:
        self._office = office
        self._standings = standings
        self._known: tuple[object, Signals] = (None, {})

    def all(self) -> Signals:
        """Return what there is to look after, by person in use; whoever is fine is not in it."""
        with self._office.door.enter(Action.PEOPLE_LISTED, detail="signals") as step:
            gathered, known = self.gather(step, self._office.today()), self._known[1]
            step.count = len(known if gathered is None else gathered.lines)
        return known if gathered is None else self.judge(gathered)

    def now(self, step: Step, today: date) -> tuple[object, Signals]:
        """Return the same inside a running action, after the state of the office it rests on."""
        gathered, known = self.gather(step, today), self._known
        return known if gathered is None else (gathered.state, self.judge(gathered))

    def knows(self, today: date) -> bool:
        """Whether nobody changed since everybody was judged, as far as is known in memory."""
        return self._known[0] == self._state(today)

    def _state(self, today: date) -> object:
        return today, self._standings.newest, self._office.index.changes, id(self._office.law)

    def gather(self, step: Step, today: date) -> Gathered | None:
        """Ask the office for all that `judge` needs; nothing where nothing changed since."""
        given = self._standings.now(step)
        state = self._state(today)
        if state == self._known[0]:
            return None
        last = self._far(today)
        outline = step.uow.outline
        return Gathered(
            state,
            today,
            self._office.index.everybody(),
            given,
            [
                (group, outline.lacking(group, PersonKind.RECIPIENT))
                for group in self._groups(PersonKind.RECIPIENT)
                if group not in CONTRACTS[1:]
            ],
            [(group, outline.watched(group, last)) for group in WATCHED],
            self._staff(step),
            step.uow.relations.untied(),
        )

    def judge(self, gathered: Gathered) -> Signals:
        """Hold everybody against the rules; this takes longer and needs no action."""
        lines = [each for each in gathered.lines if is_served(each)]
        found = self._of_rules(gathered, lines)
        for person_id in self._without_consent(lines, gathered.given, gathered.today):
            found[person_id] = (*found.get(person_id, ()), consent_signal())
        for person_id in gathered.untied:
            found[person_id] = (*found.get(person_id, ()), UNTIED_SIGNAL)
        self._known = (gathered.state, found)
        return found

    def of_office(self, step: Step, today: date) -> list[Signal]:
        """Return what there is to look after about the office itself."""
        law = self._office.law
        contents = {PROFILE: profile_in(step.uow)}
        return signals_of(law.signals, law.deadlines, PersonKind.OFFICE, contents, today)

    def _of_rules(
        self, gathered: Gathered, lines: Iterable[PersonLine]
    ) -> dict[int, tuple[Signal, ...]]:
        law, today = self._office.law, gathered.today

        def signals(kind: PersonKind, contents: Contents) -> tuple[Signal, ...]:
            return tuple(signals_of(law.signals, law.deadlines, kind, contents, today))

        # Very many people are alike: what the rules say of them is asked for once.
        known: dict[_Alike, tuple[Signal, ...]] = {}
        found = {}
        for line, alike in self._candidates(gathered, lines):
            if alike is None:
                said = signals(PersonKind.STAFF, gathered.staff.get(line.person.id, {}))
            else:
                if alike not in known:
                    known[alike] = signals(alike[0], self._contents(alike))
                said = known[alike]
            if said:
                found[line.person.id] = said
        return found

    def _candidates(
        self, gathered: Gathered, lines: Iterable[PersonLine]
    ) -> Iterator[tuple[PersonLine, _Alike | None]]:
        """Yield who may have a signal, and by what; nothing for staff, who are asked in full."""
        far = self._far(gathered.today).isoformat()
        born = self._youngest(gathered.today)
        for line in lines:
            kind, number = line.person.kind, line.person.id
            if kind is PersonKind.STAFF:
                yield line, None
                continue
            lacks = tuple([group for group, persons in gathered.lacking if number in persons])
            ends = tuple(
                [(group, days[number]) for group, days in gathered.watched if number in days]
            )
            young = kind is PersonKind.RECIPIENT and not line.age_noted and line.birth >= born
            if lacks or ends or young or "" < line.valid_until <= far:
                yield line, (kind, lacks, ends, line.valid_until, line.birth if young else "")

    def _contents(self, alike: _Alike) -> Contents:
        """Return as much of these people as the rules ask for."""
        kind, lacks, ends, valid_until, birth = alike
        groups = [each for each in self._groups(PersonKind.RECIPIENT) if each not in CONTRACTS[1:]]
        there: dict[str, Mapping[str, str]] = {group: {} for group in groups if group not in lacks}
        where = _IN_LINES.get(kind)
        if where is not None and where not in lacks:
            there[where] = {_FIELD[kind]: valid_until}
        for group, day in ends:
            there[group] = {WATCHED[group]: day.isoformat()}
        if birth:
            there["identity"] = {"birth": birth}
        return there

    def _staff(self, step: Step) -> dict[int, dict[str, Mapping[str, str]]]:
        found: dict[int, dict[str, Mapping[str, str]]] = {}
        for group in self._groups(PersonKind.STAFF):
            for content in step.uow.holdings.open_all(group, HERE):
                found.setdefault(content.holding.person_id, {})[group] = content.values
        return found

    def _groups(self, kind: PersonKind) -> list[str]:
        rules = [each for each in self._office.law.signals if kind in each.persons]
        named = [
            place
            for each in rules
            for place in (each.group, *each.also, each.since[0], each.ends[0])
        ]
        return [group for group in dict.fromkeys(named) if group]

    def _far(self, today: date) -> date:
        deadlines = self._office.law.deadlines
        opens = [
            deadlines.period(each.opens).days for each in self._office.law.signals if each.opens
        ]
        return today + timedelta(days=max(opens, default=0))

    def _youngest(self, today: date) -> str:
        """Return the first day of the year from whose births on an age is asked about."""
        under = max((each.under for each in self._office.law.signals), default=0)
        return date(today.year - under, 1, 1).isoformat()

    def _without_consent(
        self, lines: Iterable[PersonLine], given: Mapping[int, Given], today: date
    ) -> Iterator[int]:
        known: dict[tuple[PersonKind, Given], bool] = {}
        for line in lines:
            same = (line.person.kind, given.get(line.person.id, ()))
            if same not in known:
                codes = {code for code, _ in living(same[1], today)}
                known[same] = lacks_consent(self._office.catalogue, same[0], codes)
            if known[same]:
                yield line.person.id


def signals_in(
    office: OpenOffice,
    person: Person,
    contents: Contents,
    consents: Iterable[ConsentLine],
    *,
    tied: bool,
) -> tuple[Signal, ...]:
    """Return what there is to look after about a person who is opened.

    `tied`: somebody is on record whose guardian it is.
    """
    died = contents.get("identity", {}).get("died_on")
    if person.state is not PersonState.ACTIVE or died:
        return ()
    law = office.law
    found = signals_of(law.signals, law.deadlines, person.kind, contents, office.today())
    if lacks_consent(office.catalogue, person.kind, agreed_to(consents, office.today())):
        found.append(consent_signal())
    if person.kind is PersonKind.GUARDIAN and not tied:
        found.append(UNTIED_SIGNAL)
    return tuple(found)


def is_served(line: PersonLine) -> bool:
    """Tell whether there is anything left to do for a person."""
    return line.person.state is PersonState.ACTIVE and not line.died


def lacks_consent(catalogue: Catalogue, kind: PersonKind, given: AbstractSet[str]) -> bool:
    """Tell whether a required consent is not among those that were given."""
    return any(each.required and each.code not in given for each in catalogue.purposes_for(kind))


def consent_signal() -> Signal:
    """Return the signal of a required consent that nobody has given; its words are the screen's."""
    return Signal(CONSENT, "", SignalTopic.CONSENT)
