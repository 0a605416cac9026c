"""S4: from a key stroke in the search field to the painted list."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.people import PersonState
from easycare_desktop.services.people_index import Chosen
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import milliseconds, p99, say
from tests.benchmarks.screen import Screen, open_screen
from tests.helpers.hangul import commit, compose, strokes

GOALS = {20_000: 16.0, 100_000: 33.0}
WORDS = (
    "김가나",
    "ㅎㄱㅅ",
    "박순",
    "ㄱㅅ",
    "이동복",
    "ㅊㄴ",
    "홍길순",
    "ㅇ",
    "길순 봄길",
    "봄길 김가",
)
NUMBERS = ("0123", "9876", "450", "01000001234")


def keystrokes(field: QWidget) -> Iterator[Callable[[], object]]:
    """Yield every stroke of names, initials and numbers, each word typed and taken back."""
    back = partial(QTest.keyClick, field, Qt.Key.Key_Backspace)
    for word in WORDS:
        for letter in word:
            yield from (partial(compose, field, stage) for stage in strokes(letter))
            yield partial(commit, field, letter)
        yield from (back for _ in word)
    for number in NUMBERS:
        yield from (partial(QTest.keyClicks, field, digit) for digit in number)
        yield from (back for _ in number)


def typed(screen: Screen) -> list[float]:
    """Return how long each stroke took until the list was painted."""
    page = screen.workplace.shell.page("people")
    field = page.list.search
    field.setFocus()

    def shown(stroke: Callable[[], object]) -> None:
        stroke()
        screen.paint()

    return [milliseconds(partial(shown, stroke)) for stroke in keystrokes(field)]


def rearranged(screen: Screen) -> tuple[float, float]:
    """Return the longest that a list takes which is asked for in this way for the first time.

    Beside it the longest that the screen stood still meanwhile.
    """
    people = screen.workplace.shell.page("people").list
    views = [
        Chosen(state=PersonState.ACTIVE),
        Chosen(grade="3"),
        Chosen(among=frozenset(range(1, 100_000, 3))),
        *(Chosen(sort=sort) for sort in Sort),
    ]
    taken, stands = [], []
    for view in views:
        people.choice.narrow_by(partial(_itself, view))
        begun = perf_counter()
        stands.append(milliseconds(people.refresh))
        while screen.busy:
            stands.append(milliseconds(screen.wait))
        taken.append((perf_counter() - begun) * 1000)
    return max(taken), max(stands)


def _itself(view: Chosen) -> Chosen:
    return view


def main() -> bool:
    held = True
    for people, goal in GOALS.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with open_screen(folder, Crowd(folder, people).make()) as screen:
                screen.show("people")
                screen.rest()
                typed(screen)
                times = typed(screen)
                there, still = rearranged(screen)
        held &= say("S4", f"{len(times)} strokes at {people:,} p99", p99(times), goal)
        say("S4", f"a list of {people:,} in another way, there after", there, 1_000)
        held &= say("S4", f"a list of {people:,} in another way, screen stands still", still, 100)
    return held


if __name__ == "__main__":
    sys.exit(not main())
