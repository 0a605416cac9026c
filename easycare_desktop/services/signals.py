"""What there is to look after: of one person on the card, and of everybody for the list."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.consents import ConsentLine, ConsentResult, current_lines
from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.signal_rules import Contents, SignalTopic
from easycare_desktop.domain.signals import CONSENT, UNTIED, Signal, signals_of
from easycare_desktop.services.consent_standings import ConsentStandings, Given
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import PROFILE, profile_in
from easycare_desktop.services.people_index import PersonLine
from easycare_desktop.storage.repositories.watched import WATCHED

Signals = Mapping[int, tuple[Signal, ...]]
UNTIED_SIGNAL = Signal(UNTIED, "", SignalTopic.MISSING)
_IN_LINES = {PersonKind.RECIPIENT: "entitlement", PersonKind.GUARDIAN: "identity"}
_FIELD = {PersonKind.RECIPIENT: "valid_until", PersonKind.GUARDIAN: "capacity_until"}


class SignalService:
    """Walks through everybody only when somebody changed or another day began."""

    def __init__(self, office: OpenOffice, standings: ConsentStandings) -> None:
        self._office = office
        self._standings = standings
        self._of: object = None
        self._found: Signals = {}

    def all(self) -> Signals:
        """Return what there is to look after, by person in use; whoever is fine is not in it."""
        with self._office.door.enter(Action.PEOPLE_LISTED, detail="signals") as step:
            found = self.now(step, self._office.today())
            step.count = len(found)
        return found

    def now(self, step: Step, today: date) -> Signals:
        """Return the same inside a running action."""
        given = self._standings.now(step)
        state = (today, self._standings.newest, self._office.index.changes, id(self._office.law))
        if state != self._of:
            lines = [
                each for each in self._office.index.all() if each.person.state is PersonState.ACTIVE
            ]
            found = self._of_rules(step, lines, today)
            for person_id in self._without_consent(lines, given):
                found[person_id] = (*found.get(person_id, ()), consent_signal())
            for person_id in step.uow.relations.untied():
                found[person_id] = (*found.get(person_id, ()), UNTIED_SIGNAL)
            self._found, self._of = found, state
        return self._found

    def of_office(self, step: Step, today: date) -> list[Signal]:
        """Return what there is to look after about the office itself."""
        law = self._office.law
        contents = {PROFILE: profile_in(step.uow)}
        return signals_of(law.signals, law.deadlines, PersonKind.OFFICE, contents, today)

    def _of_rules(
        self, step: Step, lines: list[PersonLine], today: date
    ) -> dict[int, tuple[Signal, ...]]:
        law, found = self._office.law, {}
        for line, contents in self._candidates(step, lines, today):
            kind = line.person.kind
            signals = signals_of(law.signals, law.deadlines, kind, contents, today)
            if signals:
                found[line.id] = tuple(signals)
        return found

    def _candidates(
        self, step: Step, lines: list[PersonLine], today: date
    ) -> Iterator[tuple[PersonLine, Contents]]:
        """Yield who may have a signal, with as much of them as the rules ask for."""
        far = self._far(today)
        lacking = {
            group: step.uow.outline.lacking(group, PersonKind.RECIPIENT)
            for group in self._groups(PersonKind.RECIPIENT)
        }
        staff = self._staff(step)
        watched = {
            group: step.uow.outline.watched(group, date.fromisoformat(far)) for group in WATCHED
        }
        for line in lines:
            if line.person.kind is PersonKind.STAFF:
                yield line, staff.get(line.id, {})
                continue
            lacks = [group for group, persons in lacking.items() if line.id in persons]
            ends = {group: days[line.id] for group, days in watched.items() if line.id in days}
            if lacks or ends or "" < line.valid_until <= far:
                there: dict[str, Mapping[str, str]] = {
                    group: {} for group in lacking if group not in lacks
                }
                where = _IN_LINES.get(line.person.kind)
                if where is not None and where not in lacks:
                    there[where] = {_FIELD[line.person.kind]: line.valid_until}
                for group, day in ends.items():
                    there[group] = {WATCHED[group]: day.isoformat()}
                yield line, there

    def _staff(self, step: Step) -> dict[int, dict[str, Mapping[str, str]]]:
        found: dict[int, dict[str, Mapping[str, str]]] = {}
        for group in self._groups(PersonKind.STAFF):
            for content in step.uow.holdings.open_all(group, HERE):
                found.setdefault(content.holding.person_id, {})[group] = content.values
        return found

    def _groups(self, kind: PersonKind) -> list[str]:
        rules = [each for each in self._office.law.signals if kind in each.persons]
        named = [*(each.group for each in rules), *(each.since[0] for each in rules)]
        return [group for group in dict.fromkeys(named) if group]

    def _far(self, today: date) -> str:
        deadlines = self._office.law.deadlines
        opens = [
            deadlines.period(each.opens).days for each in self._office.law.signals if each.opens
        ]
        return (today + timedelta(days=max(opens, default=0))).isoformat()

    def _without_consent(
        self, lines: Iterable[PersonLine], given: Mapping[int, Given]
    ) -> Iterator[int]:
        known: dict[tuple[PersonKind, Given], bool] = {}
        for line in lines:
            same = (line.person.kind, given.get(line.id, ()))
            if same not in known:
                codes = {code for code, _ in same[1]}
                known[same] = lacks_consent(self._office.catalogue, same[0], codes)
            if known[same]:
                yield line.id


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
    if person.state is not PersonState.ACTIVE:
        return ()
    law = office.law
    found = signals_of(law.signals, law.deadlines, person.kind, contents, office.today())
    lines = current_lines(list(consents)).values()
    given = {line.purpose for line in lines if line.result is ConsentResult.GIVEN}
    if lacks_consent(office.catalogue, person.kind, given):
        found.append(consent_signal())
    if person.kind is PersonKind.GUARDIAN and not tied:
        found.append(UNTIED_SIGNAL)
    return tuple(found)


def lacks_consent(catalogue: Catalogue, kind: PersonKind, given: set[str]) -> bool:
    """Tell whether a required consent is not among those that were given."""
    return any(each.required and each.code not in given for each in catalogue.purposes_for(kind))


def consent_signal() -> Signal:
    """Return the signal of a required consent that nobody has given; its words are the screen's."""
    return Signal(CONSENT, "", SignalTopic.CONSENT)
