from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.storage.keys.attempts import Attempts
from easycare_desktop.storage.keys.refusals import TooManyTriesError
from easycare_desktop.system.clock import FixedClock
from tests.storage.keys.helpers import MORNING

TEN = timedelta(minutes=10)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MORNING)


def _fail(attempts: Attempts, times: int, label: str = "a") -> None:
    for _ in range(times):
        attempts.failed(label)


def test_the_fifth_wrong_try_closes_the_label_for_ten_minutes(tmp_path: Path, clock: FixedClock):
    attempts = Attempts(tmp_path, clock)
    _fail(attempts, 4)
    attempts.check("a")
    with pytest.raises(TooManyTriesError) as refusal:
        attempts.failed("a")
    assert (refusal.value.until, refusal.value.tries) == (MORNING + TEN, 5)
    clock.set(MORNING + TEN - timedelta(seconds=1))
    with pytest.raises(TooManyTriesError):
        Attempts(tmp_path, clock).check("a")
    attempts.check("b")
    clock.set(MORNING + TEN)
    attempts.check("a")


def test_it_goes_on_counting_after_the_pause(tmp_path: Path, clock: FixedClock):
    attempts = Attempts(tmp_path, clock)
    _fail(attempts, 4)
    with pytest.raises(TooManyTriesError):
        attempts.failed("a")
    clock.set(MORNING + TEN)
    assert attempts.failed("a") == 6
    _fail(attempts, 3)
    with pytest.raises(TooManyTriesError):
        attempts.failed("a")


def test_success_clears_and_tells_how_many_went_before(tmp_path: Path, clock: FixedClock):
    attempts = Attempts(tmp_path, clock)
    _fail(attempts, 3)
    _fail(attempts, 1, "b")
    assert attempts.succeeded("a") == 3
    assert attempts.succeeded("a") == 0
    assert attempts.failed("b") == 2


def test_a_clock_set_back_does_not_stretch_the_pause(tmp_path: Path, clock: FixedClock):
    attempts = Attempts(tmp_path, clock)
    _fail(attempts, 4)
    with pytest.raises(TooManyTriesError):
        attempts.failed("a")
    earlier = MORNING - timedelta(days=3)
    clock.set(earlier)
    with pytest.raises(TooManyTriesError) as refusal:
        attempts.check("a")
    assert refusal.value.until == earlier + TEN
    clock.set(earlier + TEN)
    attempts.check("a")


@pytest.mark.parametrize("content", [b"", b"[1]", b'{"a": 3}', b'{"a": ["x", null]}', b"\xff"])
def test_a_torn_file_starts_anew(
    tmp_path: Path, clock: FixedClock, content: bytes, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "attempts.json").write_bytes(content)
    assert Attempts(tmp_path, clock).failed("a") == 1
    assert "starts anew" in caplog.text
