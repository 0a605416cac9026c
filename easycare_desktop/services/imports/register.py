"""Who is in use already, by what tells people apart; read once for a whole list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from easycare_desktop.domain.hangul import name_key
from easycare_desktop.domain.holdings import HERE, HoldingContent
from easycare_desktop.domain.importing import FieldRef, ListWords
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.services.door import Step

_LTC_LENGTH = 11
Key = tuple[int, tuple[str, ...]]


@dataclass(slots=True)
class Register:
    """Persons in use with what they hold, as it was when the list was read."""

    people: dict[int, Person] = field(default_factory=dict)
    held: dict[int, dict[str, HoldingContent]] = field(default_factory=dict)
    guardians: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _by_key: dict[Key, list[int]] = field(default_factory=dict)
    _guardians_by_phone: dict[tuple[str, str], int] | None = None

    @classmethod
    def read(cls, step: Step, words: ListWords, groups: Iterable[str]) -> "Register":
        """Open what persons of the kind, and guardians, hold of these groups."""
        register = cls()
        wanted = {words.kind, PersonKind.GUARDIAN}
        register.people = {
            person.id: person
            for person in step.uow.people.all()
            if person.kind in wanted and person.state in {PersonState.ACTIVE, PersonState.ENDING}
        }
        for group in {"identity", *groups, *(ref.group for key in words.keys for ref in key)}:
            for content in step.uow.holdings.open_all(group, HERE):
                person_id = content.holding.person_id
                if person_id in register.people:
                    register.held.setdefault(person_id, {})[group] = content
        register.guardians = step.uow.people.all_guardians()
        for person_id, person in register.people.items():
            if person.kind is words.kind:
                for place, key in enumerate(words.keys):
                    register._remember(place, register._values(person_id, key), person_id)
        return register

    def find(self, words: ListWords, good: Mapping[FieldRef, str]) -> tuple[int, ...]:
        """Return who fits the best key that the row has; nobody where it has none in full."""
        for place, key in enumerate(words.keys):
            values = tuple(good.get(ref, "") for ref in key)
            if all(values):
                found = self._by_key.get((place, _compared(values)), [])
                if found:
                    return tuple(found)
        return ()

    def stored(self, person_id: int, group: str) -> HoldingContent | None:
        """Return what a person holds of a group."""
        return self.held.get(person_id, {}).get(group)

    def guardian_named(self, recipient_id: int, name: str, phone: str) -> int:
        """Return the guardian of a recipient who bears this name, however it is spaced.

        Else somebody else's guardian with this name and telephone number, or 0.
        """
        plain = name_key(name).text
        for guardian_id in self.guardians.get(recipient_id, ()):
            content = self.stored(guardian_id, "identity")
            if content is not None and name_key(content.values.get("name", "")).text == plain:
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
                    key = (name_key(content.values.get("name", "")).text, phone)
                    self._guardians_by_phone.setdefault(key, person_id)
        return self._guardians_by_phone

    def _values(self, person_id: int, key: tuple[FieldRef, ...]) -> tuple[str, ...]:
        contents = (self.stored(person_id, ref.group) for ref in key)
        return tuple(
            content.values.get(ref.field, "") if content else ""
            for ref, content in zip(key, contents, strict=True)
        )

    def _remember(self, place: int, values: tuple[str, ...], person_id: int) -> None:
        if all(values):
            self._by_key.setdefault((place, _compared(values)), []).append(person_id)


def _compared(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return values as they are compared: a care number without the count of its renewals."""
    return tuple(
        care_number(value) if value.startswith("L") and value[1:2].isdigit() else value
        for value in values
    )


def care_number(value: str) -> str:
    """Return a care number without the count of its renewals."""
    return value[:_LTC_LENGTH]
