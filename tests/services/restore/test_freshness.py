"""Only the newest certificate on paper shows how new the keys are."""

from collections.abc import Sequence

import pytest

from easycare_desktop.services.restore.freshness import (
    NewerKnownError,
    OlderCertificateError,
    is_shown_fresh,
)
from easycare_desktop.storage.ledger.chain import LedgerEntry
from tests.helpers.offices import NOW


def destroyed(*numbers: str) -> Sequence[LedgerEntry]:
    return [
        LedgerEntry(seq, NOW, "destruction_finished", {"number": number}, b"", bytes([seq]), None)
        for seq, number in enumerate(numbers, 1)
    ]


def test_the_newest_one_shows_it():
    assert is_shown_fresh(destroyed("D2026-0001", "D2026-0002"), " d2026-0002 ")


def test_an_older_one_shows_nothing_and_says_which_is_newer():
    with pytest.raises(OlderCertificateError) as refused:
        is_shown_fresh(destroyed("D2026-0001", "D2026-0002"), "D2026-0001")
    assert refused.value.newest == "D2026-0002"


def test_one_that_the_ledger_lacks_stops_everything():
    with pytest.raises(NewerKnownError):
        is_shown_fresh(destroyed("D2026-0001"), "D2026-0002")


def test_none_shows_nothing():
    assert not is_shown_fresh(destroyed("D2026-0001"), "")
