"""Which services recipients have a contract about: opened when it is first asked for, then kept."""

from collections import Counter
from collections.abc import Iterable, Mapping
from sys import intern

from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.once_more import CONTRACT, CONTRACTS
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice

_APART = ","
_Read = tuple[int, int, str]


class CareServices:
    """Opens a contract again only where another version of it stands. Thread-safe."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        # By holding: the version that was read, the person, and the codes of services.
        self._known: Mapping[int, _Read] = {}

    def receiving(self, service: str) -> frozenset[int]:
        """Return the recipients in use who have a contract about a service, by its code."""
        return frozenset(person for person, codes in self._here() if service in codes)

    def counts(self) -> Mapping[str, int]:
        """Return how many recipients in use receive each service, by its code."""
        return Counter(code for _, codes in self._here() for code in codes)

    def _here(self) -> Iterable[tuple[int, frozenset[str]]]:
        index = self._office.index
        by_person: dict[int, set[str]] = {}
        for _, person, codes in self._read().values():
            if codes and index.get(person) is not None:
                by_person.setdefault(person, set()).update(codes.split(_APART))
        return [(person, frozenset(codes)) for person, codes in by_person.items()]

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
                now[number] = version, person, self._codes(values)
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
