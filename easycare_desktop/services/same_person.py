"""Who may be one person under two numbers: told apart by the rules that lists go by, too."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from easycare_desktop.domain.hangul import letters_of, plain_name
from easycare_desktop.domain.people import PersonState
from easycare_desktop.services.imports.near import ALIKE
from easycare_desktop.services.imports.register import care_number
from easycare_desktop.services.person_lines import PersonLine


class Alike(Enum):
    """Why somebody may be the same person; what tells the most stands first."""

    CARE_NUMBER = "care_number"
    NAME_AND_BIRTH = "name_and_birth"
    NAME_AND_PHONE = "name_and_phone"
    BIRTH_AND_PHONE = "birth_and_phone"
    SPELLING = "spelling"


_ORDER = list(Alike)
_LIKENESS = OSA.normalized_similarity


class Facts(NamedTuple):
    """What somebody is told apart by, as it is compared; empty where nothing is known."""

    name: str
    birth: str = ""
    phone: str = ""
    care_number: str = ""


class Same(NamedTuple):
    """Somebody who may be the same person, and why."""

    line: PersonLine
    why: Alike


def facts_of(name: str, birth: str = "", phone: str = "", ltc_number: str = "") -> Facts:
    """Return what is compared of values as they are stored."""
    digits = "".join(filter(str.isdigit, phone))
    return Facts(plain_name(name), birth, digits, care_number(ltc_number))


def same_in(lines: Iterable[PersonLine], mine: Facts) -> list[Same]:
    """Return who may be the same person, those of whom the most tells it first."""
    found = [Same(line, why) for line in lines if (why := _alike(mine, line))]
    return sorted(found, key=lambda each: _ORDER.index(each.why))


def here_twice(lines: Iterable[PersonLine]) -> frozenset[int]:
    """Return the ids of all who may be in use under two numbers."""
    same: dict[object, list[int]] = {}
    born: dict[object, list[PersonLine]] = {}
    for line in lines:
        if line.person.state is not PersonState.ACTIVE:
            continue
        kind, name, number = line.person.kind, line.key.text, care_number(line.ltc_number)
        for mark in ((name, line.birth), (name, line.phone), (number,)):
            if all(mark):
                same.setdefault((kind, *mark), []).append(line.id)
        if line.birth:
            born.setdefault((kind, line.birth), []).append(line)
    found = {each for ids in same.values() if len(ids) > 1 for each in ids}
    return frozenset(found.union(*map(_nearly_twice, born.values())))


def _alike(mine: Facts, line: PersonLine) -> Alike | None:
    number = care_number(line.ltc_number)
    if mine.care_number and mine.care_number == number:
        return Alike.CARE_NUMBER
    same_birth = bool(mine.birth) and mine.birth == line.birth
    same_phone = bool(mine.phone) and mine.phone in line.digits
    if mine.name and mine.name == line.key.text:
        if same_birth:
            return Alike.NAME_AND_BIRTH
        return Alike.NAME_AND_PHONE if same_phone else None
    if not same_birth or (mine.care_number and number):
        return None
    if same_phone:
        return Alike.BIRTH_AND_PHONE
    letters = (letters_of(each) for each in (mine.name, line.key.text))
    return Alike.SPELLING if _LIKENESS(*letters) >= ALIKE else None


def _nearly_twice(lines: Sequence[PersonLine]) -> Iterator[int]:
    """Yield who of those born on one day share a telephone, or nearly a name.

    Two who have a care number each are two persons, or they share it.
    """
    unnumbered = [place for place, line in enumerate(lines) if not line.ltc_number]
    if not unnumbered or len(lines) == 1:
        return
    letters = [letters_of(line.key.text) for line in lines]
    for place in unnumbered:
        phone = lines[place].phone
        spelt = extract(letters[place], letters, scorer=_LIKENESS, score_cutoff=ALIKE, limit=None)
        near = {found[2] for found in spelt}
        near |= {each for each, other in enumerate(lines) if phone and other.phone == phone}
        if len(near) > 1:
            yield from (lines[each].id for each in near)
