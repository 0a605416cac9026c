"""Short samples of full disks and pulled sticks; all of them by hand, see the modules."""

import pytest

from tests.campaigns.conftest import Started, broken


@pytest.mark.parametrize(
    ("campaign", "protocol"),
    [
        ("full", "save"),
        pytest.param("pulled", "place", marks=pytest.mark.long),
        pytest.param("pulled_office", "withdraw", marks=pytest.mark.long),
    ],
)
def test_a_disk_that_fails_is_refused_and_harms_nothing(
    started: Started, campaign: str, protocol: str
):
    counts = started(campaign, "--sample", "2", protocol)
    assert [count["runs"] for count in counts] == [2]
    assert broken(counts) == []


@pytest.mark.long
def test_without_the_trial_copy_a_pulled_stick_would_be_noticed(started: Started):
    assert broken(started("pulled", "place", "--sample", "4", "--without", "trial-copy"))


@pytest.mark.long
def test_without_the_part_file_a_pulled_office_would_be_noticed(started: Started):
    assert broken(started("pulled_office", "password", "--sample", "6", "--without", "part-file"))
