"""Taking times, and saying figure, reference and ratio in one line."""

import statistics
import time
from collections.abc import Callable, Sequence


def milliseconds(call: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def processor(call: Callable[[], object]) -> float:
    """Return how many milliseconds of processor time a call takes; others at work say less here."""
    begun = time.process_time()
    call()
    return (time.process_time() - begun) * 1000


def repeated(call: Callable[[], object], times: int) -> list[float]:
    """Return how long each of several calls takes, in milliseconds."""
    return [milliseconds(call) for _ in range(times)]


def in_turn(calls: Sequence[Callable[[], object]], times: int) -> list[list[float]]:
    """Return how long each of several calls takes, in milliseconds, each made in its turn."""
    rounds = [[milliseconds(call) for call in calls] for _ in range(times)]
    return [list(taken) for taken in zip(*rounds, strict=True)]


def p99(times: Sequence[float]) -> float:
    """Return the time that 99 of 100 stay within."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


def median(times: Sequence[float]) -> float:
    """Return the middle one."""
    return statistics.median(times)


def say(code: str, what: str, value: float, goal: float, unit: str = "ms") -> bool:
    """Print one figure beside its goal; return whether it holds."""
    held = value <= goal
    print(f"{code} {what} {value:.1f} {unit} goal {goal:g} {unit} {_word(held)}", flush=True)  # noqa: T201
    return held


def say_ratio(code: str, what: str, value: float, reference: float, goal: float) -> bool:
    """Print a figure in milliseconds, its reference and their ratio beside its goal."""
    ratio = value / reference
    held = ratio <= goal
    print(  # noqa: T201
        f"{code} {what} {value:.1f} ms reference {reference:.1f} ms"
        f" ratio {ratio:.2f} goal {goal:g} {_word(held)}",
        flush=True,
    )
    return held


def _word(held: bool) -> str:
    return "ok" if held else "missed"
