"""Where the pages of a form and its boxes lie in the stored PDF, as numbers in an open column."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from easycare_desktop.documents.returned.forms import ReadForm
from easycare_desktop.documents.returned.plane import Plane


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of the stored PDF. `number`: of the form, 0 where no code tells it.

    `signed`: of each box to sign in on this page of the form.
    """

    number: int
    plane: Plane | None
    signed: tuple[bool, ...] = ()


def layout_text(pages: Sequence[StoredPage]) -> str:
    """Return the pages as JSON."""
    rows = [
        {
            "page": each.number,
            "plane": each.plane.numbers() if each.plane else None,
            "signed": list(each.signed),
        }
        for each in pages
    ]
    return json.dumps(rows, separators=(",", ":"))


def read_layout(text: str) -> tuple[StoredPage, ...]:
    """Return what `layout_text` wrote."""
    return tuple(
        StoredPage(
            row["page"], Plane(*row["plane"]) if row["plane"] else None, tuple(row["signed"])
        )
        for row in json.loads(text)
    )


def layout_of(form: ReadForm) -> tuple[StoredPage, ...]:
    """Return the pages of a form as they will be stored."""
    return tuple(
        StoredPage(page.code.page if page.code else 0, page.plane, page.signed)
        for page in form.pages
    )
