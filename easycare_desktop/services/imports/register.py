"""Who is in use already, by what tells people apart; read once for a whole list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from easycare_desktop.domain.hangul import plain_name
from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.likeness import care_number
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.services.door import Step
from easycare_desktop.storage.repositories.many_holdings import Held

_LTC_NUMBER = "ltc_number"
Key = tuple[int, tuple[str, ...]]
"""Which of the keys of a list, and the values that fill it."""


@dataclass(slots=True)
class Register:
    """Persons in use with what they hold, as it was when the list was read."""

    people: dict[int, Person] = field(default_factory=dict)
    held: dict[int, dict[str, Held]] = field(default_factory=dict)
    guardians: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _by_key: dict[Key, list[int]] = field(default_factory=dict)
    _guardians_by_phone: dict[tuple[str, str], int] | None = None
    _numbered: frozenset[int] = frozenset()

    @classmethod
    def read(cls, step: Step, words: ListWords, groups: Iterable[str]) -> "Register":
        """Open what persons of the kind, and guardians, hold of these groups."""
        register = cls()
        register._numbered = frozenset(
            place
            for place, key in enumerate(words.keys)
            if any(ref.field == _LTC_NUMBER for ref in key)
        )
        wanted = {words.kind, PersonKind.GUARDIAN}
        register.people = {
            person.id: person
            for person in step.uow.people.all()
            if person.kind in wanted and person.state in {PersonState.ACTIVE, PersonState.ENDING}
        }
        for group in {"identity", *groups, *(ref.group for key in words.keys for ref in key)}:
            for held in step.uow.many.held(group, HERE):
                if held.person_id in register.people:
                    register.held.setdefault(held.person_id, {})[group] = held
        register.guardians = step.uow.people.all_guardians()
        for person_id, person in register.people.items():
            if person.kind is words.kind:
                for place, values in enumerate(register._values(person_id, words.keys)):
                    register._remember(place, values, person_id)
        return register

    def find(self, keys: Iterable[Key]) -> Sequence[int]:
        """Return who fits the best of the keys, given the best first; perhaps nobody."""
        for place, values in keys:
            found = self._by_key.get((place, self._compared(place, values)))
            if found:
                return found
        return ()

    def stored(self, person_id: int, group: str) -> Held | None:
        """Return what a person holds of a group."""
        return self.held.get(person_id, {}).get(group)

    def guardian_named(self, recipient_id: int, name: str, phone: str) -> int:
        """Return the guardian of a recipient who bears this name, however it is spaced.

        Else somebody else's guardian with this name and telephone number, or 0.
        """
        plain = plain_name(name)
        for guardian_id in self.guardians.get(recipient_id, ()):
            content = self.stored(guardian_id, "identity")
            if content is not None and plain_name(content.values.get("name", "")) == plain:
                return guardian_id
        return self._by_phone().get((plain, phone), 0) if phone else 0

    def are_tied(self, recipient_id: int, guardian_id: int) -> bool:
        """Tell whether somebody is on record as the guardian of a recipient."""
        return guardian_id in self.guardians.get(recipient_id, ())

    def _by_phone(self) -> dict[tuple[str, str], int]:
        if self._guardians_by_phone is None:
            self._guardians_by_phone = {}
            for person_id, person in self.people.items():
                content = self.stored(person_id, "identity")
                if person.kind is PersonKind.GUARDIAN and content is not None:
                    phone = content.values.get("mobile", "")
                    key = (plain_name(content.values.get("name", "")), phone)
                    self._guardians_by_phone.setdefault(key, person_id)
        return self._guardians_by_phone

    def _values(
        self, person_id: int, keys: Iterable[Iterable[FieldRef]]
    ) -> Iterator[tuple[str, ...]]:
        held = self.held.get(person_id, {})
        for key in keys:
            contents = [(ref, held.get(ref.group)) for ref in key]
            yield tuple([each.values.get(ref.field, "") if each else "" for ref, each in contents])

    def _remember(self, place: int, values: tuple[str, ...], person_id: int) -> None:
        if all(values):
            compared = self._compared(place, values)
            self._by_key.setdefault((place, compared), []).append(person_id)

    def _compared(self, place: int, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return values as they are compared: a care number without the count of its renewals."""
        if place not in self._numbered:
            return values
        return tuple(
            [
                care_number(value) if value[0] == "L" and value[1:2].isdigit() else value
                for value in values
            ]
        )
