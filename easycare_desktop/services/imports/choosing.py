"""Which rows of a list are stored, what is read of it, and how many it brings."""

from collections.abc import Collection, Iterable

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.import_refusals import BackDigitsReadError
from easycare_desktop.domain.importing import FieldRef, ImportRow, Layout, RowState
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.exchange.incoming.back_digits import back_columns, with_backs
from easycare_desktop.exchange.incoming.grid import Grid
from easycare_desktop.exchange.incoming.terms import Terms
from easycare_desktop.storage.repositories.imports import ImportItem


def without_backs(grid: Grid, layout: Layout, terms: Terms) -> Layout:
    """Return a layout that reads no last seven digits; raise where they are to fill a field."""
    backs = back_columns(grid, layout, terms)
    for place in backs:
        if isinstance(layout.meanings[place], FieldRef):
            raise BackDigitsReadError(layout.titles[place])
    return with_backs(layout, backs)


def added(rows: Iterable[ImportRow], items: Iterable[ImportItem], words: ListWords) -> int:
    """Return how many of those whose list it is were registered."""
    if words.listed is not None:
        return len({item.person_id for item in items if item.newcomer})
    return sum(row.state is RowState.NEW and not row.follows for row in rows)


def whom(row: ImportRow, words: ListWords) -> int:
    """Return the person of a row whose list it is."""
    return row.person_id if words.listed is None else row.guardian_id


def meant(
    preview: ImportPreview, chosen: Collection[int], known: Collection[int]
) -> list[ImportRow]:
    """Return the rows that were chosen, each about whom it was said to be."""
    return [
        row.as_known if row.as_known is not None and row.number in known else row
        for row in preview.rows
        if row.number in chosen
    ]


def decided(rows: Iterable[ImportRow]) -> list[ImportRow]:
    """Return the good rows.

    One that adds a guardian to somebody new is only good beside the row that brings them.
    """
    good = [row for row in rows if row.state is RowState.NEW or row.state is RowState.CHANGED]
    taken = {row.number for row in good}
    return [row for row in good if not row.needs or row.needs in taken]
