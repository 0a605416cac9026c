"""Free text that outlives people must not name them."""

from easycare_desktop.domain.destruction import NoteMissingError
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.people_index import PeopleIndex


class NameInTextError(InputRefusal):
    """The text names somebody, but it is kept longer than that person's data."""


def without_names(index: PeopleIndex, text: str, field: str) -> str:
    """Return the text, trimmed; raise `NameInTextError` where it names somebody in use."""
    if index.names_in(text):
        raise NameInTextError(field)
    return text.strip()


def needed_note(index: PeopleIndex, text: str, field: str) -> str:
    """Return the text, trimmed; raise `NoteMissingError` where nothing is written.

    And `NameInTextError` where it names somebody in use.
    """
    if not text.strip():
        raise NoteMissingError(field)
    return without_names(index, text, field)
