"""How the consents of everybody stand: read once, then only those who said something since."""

from collections.abc import Iterable, Mapping
from datetime import date

from easycare_desktop.domain.consents import ConsentLine, current_lines
from easycare_desktop.services.door import Step

Given = tuple[tuple[str, date | None], ...]


def living(given: Given, today: date) -> Given:
    """Return those of the consents that have not run out."""
    over = any(until is not None and until < today for _, until in given)
    return tuple(each for each in given if each[1] is None or today <= each[1]) if over else given


class ConsentStandings:
    """What each person consented to: purposes, and the last day where there is one.

    Lines are added and never edited, so the newest number tells whether there is anything to read.
    """

    def __init__(self) -> None:
        self.newest = 0
        self._given: dict[int, Given] = {}
        self._alike: dict[Given, Given] = {}

    def now(self, step: Step) -> Mapping[int, Given]:
        """Return what was given and not withdrawn, by person, also where it has run out.

        Whoever never said anything is not in it.
        """
        newest = step.uow.consents.newest()
        if newest < self.newest:  # lines went with an import that was taken back
            self.newest, self._given = 0, {}
        if newest != self.newest:
            for person_id, given in step.uow.consents.given(since=self.newest).items():
                plain = tuple(sorted(given.items()))
                self._given[person_id] = self._alike.setdefault(plain, plain)
            self.newest = newest
        return self._given


def agreed_to(consents: Iterable[ConsentLine], today: date) -> frozenset[str]:
    """Return the purposes whose consent stands on a day."""
    lines = current_lines(list(consents)).values()
    return frozenset(line.purpose for line in lines if line.lives_on(today))
