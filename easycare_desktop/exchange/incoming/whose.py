"""Whose list it may be instead, by its headings: a list of others may be brought in by mistake."""

from collections.abc import Iterable, Sequence

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.exchange.incoming.terms import Terms

_MORE = 2
"""So many headings more have to be known for it: some are known for everybody."""


def whose_instead(
    titles: Sequence[str], chosen: Terms, others: Iterable[Terms]
) -> PersonKind | None:
    """Return whose headings these clearly are, where they are not of whom was chosen."""
    least, found = _known(titles, chosen) + _MORE, None
    for each in others:
        known = _known(titles, each)
        if known >= least:
            least, found = known + 1, each.whose
    return found


def _known(titles: Sequence[str], terms: Terms) -> int:
    return len({terms.meaning(title) for title in titles} - {None})
