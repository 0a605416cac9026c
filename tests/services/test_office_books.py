"""Law and catalogues are read once, beforehand, and are the same for every opening."""

import pytest

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.services import office_books
from easycare_desktop.services.office_books import OfficeBooks


def test_what_was_read_beforehand_is_not_read_again(monkeypatch: pytest.MonkeyPatch):
    books = OfficeBooks()
    books.read(OfficeKind.AGENCY)
    for name in ("load_law_book", "load_catalogue", "load_date_words", "load_extra_holidays"):
        monkeypatch.delattr(office_books, name)
    books.read(OfficeKind.AGENCY)
    assert books.law.retention
    assert books.catalogue(OfficeKind.AGENCY).office is OfficeKind.AGENCY


def test_each_kind_of_office_has_its_own_catalogue():
    books = OfficeBooks()
    kinds = [books.catalogue(kind).office for kind in OfficeKind]
    assert kinds == list(OfficeKind)
