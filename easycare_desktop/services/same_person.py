"""Who may be one person under two numbers: told apart by the rules that lists go by, too."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from easycare_desktop.domain.hangul import letters_of
from easycare_desktop.domain.likeness import (
    Alike,
    Told,
    care_number,
    near_names,
    phone_digits,
)
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.sought import digits_of
from easycare_desktop.services.person_lines import PersonLine

_ORDER = list(Alike)
_BEFORE = (PersonKind.ENQUIRER, PersonKind.JOBSEEKER)
_SURE = frozenset({Alike.NAME_AND_BIRTH, Alike.NAME_AND_PHONE, Alike.BIRTH_AND_PHONE})
# No line says this, whereas many say nothing.
_UNSAID = "\0"


class Same(NamedTuple):
    """Somebody who may be the same person, and why."""

    line: PersonLine
    why: Alike


def told_by_line(line: PersonLine, phone: str = "") -> Told:
    """Return what a line is compared by. `phone`: taken where it is any of their telephones."""
    theirs = (
        phone if phone and phone in digits_of(line.numbered).split() else phone_digits(line.phone)
    )
    return Told(line.plain, line.birth, theirs, care_number(line.ltc_number))


def same_in(lines: Iterable[PersonLine], kind: PersonKind, mine: Told) -> list[Same]:
    """Return who of a kind may be the same person: whom the most tells first, then by name.

    One pass: of nearly everybody neither name nor birth nor number is the same.
    """
    name, birth, number = (each or _UNSAID for each in (mine.name, mine.birth, mine.care_number))
    near = [
        line
        for line in lines
        if line.plain == name or line.birth == birth or line.ltc_number.startswith(number)
    ]
    found = [
        Same(line, why)
        for line in near
        if line.person.kind is kind
        and line.person.state is not PersonState.GONE
        and (why := mine.alike(told_by_line(line, mine.phone)))
    ]
    return sorted(found, key=lambda each: (_ORDER.index(each.why), each.line.plain, each.line.id))


def same_before(lines: Sequence[PersonLine], kind: PersonKind, mine: Told) -> list[Same]:
    """Return who asked or applied before and may now be registered as another kind of person."""
    return [
        same
        for before in _BEFORE
        if before is not kind
        for same in same_in(lines, before, mine)
        if same.why in _SURE and same.line.person.state is PersonState.ACTIVE
    ]


def here_twice(lines: Iterable[PersonLine]) -> frozenset[int]:
    """Return the ids of all who may be in use under two numbers."""
    same: dict[object, list[int]] = {}
    born: dict[object, list[PersonLine]] = {}
    for line in lines:
        if line.person.state is not PersonState.ACTIVE:
            continue
        kind, told = line.person.kind, told_by_line(line)
        for mark in ((told.name, told.birth), (told.name, told.phone), (told.care_number,)):
            if all(mark):
                same.setdefault((kind, *mark), []).append(line.id)
        if told.birth:
            born.setdefault((kind, told.birth), []).append(line)
    found = {each for ids in same.values() if len(ids) > 1 for each in ids}
    return frozenset(found.union(*map(_nearly_twice, born.values())))


def _nearly_twice(lines: Sequence[PersonLine]) -> Iterator[int]:
    """Yield who of those born on one day share a telephone, or nearly a name.

    The rule is that of `Told.alike`; among many of one day it is asked in one go.
    """
    unnumbered = [place for place, line in enumerate(lines) if not line.ltc_number]
    if not unnumbered or len(lines) == 1:
        return
    letters = [letters_of(line.plain) for line in lines]
    phones = [phone_digits(line.phone) for line in lines]
    for place in unnumbered:
        phone = phones[place]
        near = set(near_names(letters[place], letters))
        near |= {each for each, other in enumerate(phones) if phone and other == phone}
        if len(near) > 1:
            yield from (lines[each].id for each in near)
