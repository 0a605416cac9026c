"""A sample of the scans at random; all of them by hand, see the module."""

import pytest

from tests.campaigns import scans


@pytest.mark.parametrize("sample", [12, pytest.param(60, marks=pytest.mark.long)])
def test_no_scan_is_taken_for_another_form(sample: int):
    counts = scans.run(sample, seed=5, dots=(100, 150), kinds=1)
    sharp, all_pages = counts[f"from {scans.SHARP} dpi"], sum(counts.values(), scans.Counter())
    assert all_pages["pages"] >= sample
    assert all_pages["wrong"] == 0
    assert all_pages["taken for signed"] == 0
    assert sharp["lost"] == 0
    assert sharp["signature not seen"] == 0


def test_a_planted_code_of_another_form_is_noticed():
    counts = sum(scans.run(4, seed=6, dots=(150,), kinds=1, plant=True).values(), scans.Counter())
    assert counts["wrong"] == counts["found"] + counts["wrong"] > 0
