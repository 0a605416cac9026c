"""How long an entitlement usually is, by grade: another length is told and never refused."""

from pathlib import Path

import pytest

from easycare_desktop.domain.usual_lengths import UsualLengths
from easycare_desktop.system.rule_files import load_law_book


@pytest.fixture(scope="module")
def lengths() -> UsualLengths:
    book = load_law_book(Path(__file__).resolve().parents[2] / "resources" / "rules")
    return UsualLengths(book.usual, book.deadlines)


@pytest.mark.parametrize(
    ("grade", "first", "last", "usual"),
    [
        ("3", "2025-01-01", "2026-12-31", True),
        ("3", "2025-01-01", "2028-12-31", True),
        ("3", "2025-01-01", "2029-06-30", True),
        ("3", "2025-01-01", "2029-07-01", False),
        ("3", "2025-01-01", "2027-12-31", False),
        ("3", "2025-01-01", "2026-06-30", True),
        ("3", "2025-01-01", "2026-06-29", False),
        ("1", "2025-01-01", "2029-12-31", True),
        ("1", "2025-01-01", "2028-12-31", False),
        ("5", "2024-02-29", "2026-02-27", True),
        ("cognitive", "2025-03-10", "2029-03-09", False),
    ],
)
def test_lengths_by_grade(lengths: UsualLengths, grade: str, first: str, last: str, usual: bool):
    values = {"grade": grade, "valid_from": first, "valid_until": last}
    found = lengths.unusual("entitlement", values)
    assert (found is None) is usual


def test_what_is_not_whole_is_not_judged(lengths: UsualLengths):
    assert lengths.unusual("entitlement", {"grade": "3"}) is None
    assert lengths.unusual("identity", {"name": "홍길순"}) is None
