"""Finding people in memory: as one types, nearly, and twice. None of it is logged or written."""

from collections.abc import Callable, Collection, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from easycare_desktop.domain.hangul import NameQuery, last_query, letters_of, name_key
from easycare_desktop.domain.likeness import Told
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.sought import sought_in
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_index import Chosen
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.same_person import (
    Same,
    here_twice,
    same_before,
    same_in,
    told_by_line,
)

_SHORTEST = 2
_ALIKE = 0.7
Piece = tuple[int, int]


class PeopleSearch:
    """Use cases of searching. Only people in use are found, never those who are kept apart."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def find(
        self, typed: str, kinds: Collection[PersonKind] = (), chosen: Chosen | None = None
    ) -> Sequence[PersonLine]:
        """Return who fits what is typed so far, in the chosen order; no kinds means all."""
        return self._office.index.find(typed, kinds, chosen)

    def is_quick(self, kinds: Collection[PersonKind] = (), chosen: Chosen | None = None) -> bool:
        """Tell whether `find` is done at once; `chosen` nothing: whatever it will be."""
        return self._office.index.is_quick(kinds, chosen)

    def prepare(self, kinds: Collection[PersonKind], choose: Callable[[], Chosen]) -> Chosen:
        """Ask whom to show, and put the list together; for a thread of its own."""
        chosen = choose()
        self._office.index.prepare(kinds, chosen)
        return chosen

    def set_out(self, kinds: Collection[PersonKind], chosen: Chosen) -> None:
        """Set out what a list is searched by; for a thread of its own, once the list is shown."""
        self._office.index.set_out(kinds, chosen)

    def twice(self) -> frozenset[int]:
        """Return who may have been registered twice."""
        return here_twice(self._office.index.everybody())

    def perhaps(
        self, typed: str, kinds: Collection[PersonKind] = (), limit: int = 3
    ) -> list[PersonLine]:
        """Return whose name is nearly what was typed; for a pause, not for every stroke."""
        return close_names(typed, self._office.index.find("", kinds), limit)

    def twins_of(self, person_id: int) -> list[PersonLine]:
        """Return who may be the same person under another number; for a thread of its own."""
        mine = self._office.index.get(person_id)
        if mine is None:
            return []
        found = same_in(self._office.index.everybody(), mine.person.kind, told_by_line(mine))
        return [each.line for each in found if each.line.id != person_id]

    def twins(self, kind: PersonKind, told: Told, person_id: int = 0) -> list[Same]:
        """Return people of this kind who may be the one of whom this is told, and why.

        Where it corrects somebody (`person_id`) only those count whom what is stored does not tell
        of already. Of somebody new, where there is nobody, whoever asked or applied before counts.
        For a thread of its own.
        """
        mine = self._office.index.get(person_id)
        stored = told_by_line(mine) if mine is not None else None
        everybody = self._office.index.everybody()
        found = [
            each
            for each in same_in(everybody, kind, told)
            if each.line.id != person_id
            and (stored is None or not stored.alike(told_by_line(each.line, stored.phone)))
        ]
        return found or ([] if person_id else same_before(everybody, kind, told))

    def line(self, person_id: int) -> PersonLine | None:
        """Return the line of one person in use."""
        return self._office.index.get(person_id)

    def counts(self) -> Mapping[PersonKind, int]:
        """Return how many people in use there are of each kind."""
        return self._office.index.counts()

    def jobs(self) -> Mapping[str, int]:
        """Return how many employees in use there are of each occupation."""
        return self._office.index.jobs()


def close_names(typed: str, lines: Sequence[PersonLine], limit: int = 3) -> list[PersonLine]:
    """Return the lines whose names differ from `typed` by few letters, the nearest first.

    Letters are compared, not syllables: one wrong vowel is a small difference. Whoever fits
    exactly is left out, and single consonants are no name.
    """
    plain = name_key(typed).text
    if len(plain) < _SHORTEST or NameQuery.of(plain).pattern is None:
        return []
    found = process.extract(
        letters_of(plain),
        [letters_of(line.plain) for line in lines],
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=_ALIKE,
        limit=limit * 2,
    )
    near = [lines[place] for _, score, place in found if score < 1.0]
    return near[:limit]


def found_pieces(name: str, typed: str) -> tuple[Piece, ...]:
    """Return the (start, length) of the letters of `name` that what was typed has found."""
    words = typed.split()
    asked = (typed, *words) if len(words) > 1 else (typed,)
    return next((found for each in asked if (found := _pieces(name, each))), ())


def _pieces(name: str, typed: str) -> tuple[Piece, ...]:
    if not typed or not (query := last_query(sought_in(typed).letters)).initials:
        return ()
    key = name_key(name)
    if not query.fits(key):
        return ()
    start, length = key.initials.find(query.initials), len(query.initials)
    match = query.pattern.search(key.text) if query.pattern else None
    if match is not None:
        start, length = match.start(), match.end() - match.start()
    places = range(len(name)) if len(name) == len(key.text) else _places(name)
    if len(places) != len(key.text):
        return ()
    last = places[start + length - 1]
    return ((places[start], last - places[start] + 1),)


def _places(name: str) -> Sequence[int]:
    """Return where the letters stand that count in a search."""
    return [place for place, char in enumerate(name) if name_key(char).text]
