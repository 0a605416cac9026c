"""Which services recipients have a contract about that is still served: opened when first asked."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from sys import intern

from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.once_more import CONTRACT, CONTRACTS
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice

_APART = ","
_Read = tuple[int, int, str, str]


class CareServices:
    """Opens a contract again only where another version of it stands. Thread-safe."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        # By holding: the version that was read, the person, the codes of services, the last day.
        self._known: Mapping[int, _Read] = {}
        # As of which change of the list and which day, by person in use the codes of all contracts.
        self._people: tuple[tuple[int, date], Mapping[int, str]] = ((-1, date.min), {})

    def receiving(self, service: str) -> frozenset[int]:
        """Return the recipients in use who have a contract about a service, by its code."""
        people = self._here()
        wanted = {codes for codes in set(people.values()) if service in codes.split(_APART)}
        return frozenset([person for person, codes in people.items() if codes in wanted])

    def counts(self) -> Mapping[str, int]:
        """Return how many recipients in use receive each service, by its code."""
        found: Counter[str] = Counter()
        for codes, count in Counter(self._here().values()).items():
            found.update(dict.fromkeys(codes.split(_APART), count))
        return found

    def _here(self) -> Mapping[int, str]:
        index, today = self._office.index, self._office.today()
        now, (as_of, people) = (index.changes, today), self._people
        if now == as_of:
            return people
        found: dict[int, str] = {}
        for _, person, codes, last in self._read().values():
            served = not last or date.fromisoformat(last) >= today
            if codes and served and index.get(person) is not None:
                found[person] = _together(found.get(person, ""), codes)
        self._people = now, found
        return found

    def _read(self) -> Mapping[int, _Read]:
        known = self._known
        with self._office.door.enter(Action.PEOPLE_LISTED, detail="services") as step:
            versions = step.uow.outline.versions_of(CONTRACTS, HERE)
            changed = [
                number
                for number, _, version in versions
                if number not in known or known[number][0] != version
            ]
            opened = step.uow.many.open_some(changed)
            step.count = len(versions)
        now: dict[int, _Read] = {}
        for number, person, version in versions:
            if (values := opened.get(number)) is not None:
                last = intern(values.get("last_service_on", ""))
                now[number] = version, person, self._codes(values), last
            elif number in known:
                now[number] = known[number]
        self._known = now
        return now

    def _codes(self, values: Mapping[str, str]) -> str:
        """Return the codes of one contract: the service chosen, and those told of beside it."""
        field = self._office.catalogue.field(CONTRACT, "service", PersonKind.RECIPIENT)
        chosen, more = values.get("service", ""), values.get("service_more", "")
        told = [code for code, words in field.choices if code == chosen or words in more]
        return intern(_APART.join(told))


def _together(one: str, other: str) -> str:
    """Return the codes of both, each once; very many have the same."""
    if not one:
        return other
    return intern(_APART.join(dict.fromkeys([*one.split(_APART), *other.split(_APART)])))
