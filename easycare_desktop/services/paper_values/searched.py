"""What a certificate says of a search, from recorded facts."""

from collections.abc import Mapping

from easycare_desktop.documents import phrases, search_words
from easycare_desktop.documents.contents.destruction_certificate import SearchLine
from easycare_desktop.services.destruction_search import CLOSED, is_own_unread
from easycare_desktop.services.facts import listed_in
from easycare_desktop.services.paper_values.common import Desk


def searches_of(checks: Mapping[str, object]) -> tuple[SearchLine, ...]:
    """Return where was searched, and what was found and not read there."""
    return tuple(
        SearchLine(
            place=phrases.SEARCH_PLACES.get(str(each["surface"]), str(each["surface"])),
            values=int(each["values"]),
            files=int(each["files"]),
            found=int(each["hits"]),
            control_found=bool(each["control_found"]),
            unread=int(each.get("unread", 0)),
            own=is_own_unread(each),
        )
        for each in listed_in(checks, "searched")
        if isinstance(each, dict)
    )


def kinds_searched(checks: Mapping[str, object]) -> tuple[str, ...]:
    """Return the words for the kinds of values that were looked for."""
    kinds = [str(each) for each in listed_in(checks, "kinds")]
    return tuple(words for code, words in search_words.KINDS.items() if code in kinds)


def closed_by(desk: Desk, facts: Mapping[str, object]) -> str:
    """Return what the officer says who closed what the search left open; empty without."""
    said = facts.get(CLOSED)
    if not isinstance(said, dict):
        return ""
    name = desk.account(int(str(said["by"])))
    return search_words.closed_words(str(said["reason"]), name, str(said["at"])[:10])
