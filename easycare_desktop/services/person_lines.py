"""Lines of the people list: what is shown of somebody, and what they are searched by."""

from collections.abc import Mapping
from operator import itemgetter
from sys import intern
from types import MappingProxyType
from typing import NamedTuple

from easycare_desktop.domain.hangul import NameKey, choseong, plain_name
from easycare_desktop.domain.once_more import LICENCES
from easycare_desktop.domain.people import Person, PersonKind

# By item group, what a line is made of.
_IDENTITY = (
    *("name", "birth", "mobile", "phone", "address", "address_detail", "capacity_until"),
    *("office_name", "died_on"),
)
_ENTITLEMENT = ("ltc_number", "grade", "valid_until", "under_65_note")
# By item group, which numbers and words somebody is found by that no line shows.
_BESIDE = {
    "employment": ("staff_number", "licence_no", *(f"{each}.licence_no" for each in LICENCES)),
    "subscription": ("facility_code", "business_number", "login_ids"),
}
_SECOND = {
    PersonKind.RECIPIENT: "entitlement",
    PersonKind.STAFF: "employment",
    PersonKind.SUBSCRIBER: "subscription",
}
_BESIDE_OF = {kind: _BESIDE[group] for kind, group in _SECOND.items() if group in _BESIDE}
_NOTHING = dict.fromkeys((*_IDENTITY, *_ENTITLEMENT), "")
_identity, _entitlement = itemgetter(*_IDENTITY), itemgetter(*_ENTITLEMENT)
LISTED = ("identity", *_SECOND.values(), *LICENCES)
FEW_HAVE = frozenset(LICENCES)


class PersonLine(NamedTuple):
    """One line of the people list. `valid_until`: of an entitlement or a guardian's capacity.

    `office`: the agency of somebody who uses a program. `plain`: the name as it is compared.
    `second_phone`, `address` and `beside`: only to search in. `age_noted`: why somebody is
    entitled who is not old yet is on record.
    """

    person: Person
    name: str
    birth: str
    phone: str
    second_phone: str
    ltc_number: str
    grade: str
    valid_until: str
    plain: str
    address: str
    office: str
    beside: str
    job: str = ""
    died: bool = False
    age_noted: bool = False

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    @property
    def key(self) -> NameKey:
        """What the name is searched by."""
        return NameKey(self.plain, choseong(self.plain))

    @property
    def numbered(self) -> str:
        """Every number the person is found by, as they are written."""
        return (
            f"{self.phone} {self.second_phone} {self.birth} {self.ltc_number}"
            f" {self.person.number} {self.beside}"
        )


def groups_of(kind: PersonKind) -> tuple[str, ...]:
    """Return the item groups that the line of such a person is made of, the rare ones last."""
    rare = LICENCES if kind is PersonKind.STAFF else ()
    return ("identity", _SECOND[kind], *rare) if kind in _SECOND else ("identity",)


def said_in_line(group: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return the values of a group as a line takes them; of a further licence with its group."""
    if group not in FEW_HAVE:
        return dict(values)
    return {f"{group}.{name}": text for name, text in values.items()}


def person_line(
    person: Person, values: Mapping[str, str], more: Mapping[str, str] = MappingProxyType({})
) -> PersonLine:
    """Make the line of a person from the opened values of the groups that it is made of."""
    said = {**_NOTHING, **values, **more}
    name, birth, mobile, home, address, detail, capacity_until, office, died_on = _identity(said)
    ltc_number, grade, valid_until, age_note = _entitlement(said)
    second = _BESIDE_OF.get(person.kind)
    beside = " ".join(filter(None, map(said.get, second))) if second else ""
    return PersonLine(
        person,
        name,
        birth,
        mobile or home,
        home if mobile else "",
        ltc_number,
        # Many share these: one copy of each is enough.
        intern(grade),
        intern(valid_until or capacity_until),
        plain_name(name),
        f"{address}{detail}",
        office,
        beside,
        intern(said.get("job", "")) if person.kind is PersonKind.STAFF else "",
        died_on != "",
        age_note != "",
    )
