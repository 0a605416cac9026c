"""S4: from a key stroke in the search field to the painted list."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.people_index import Chosen
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import milliseconds, p99, say
from tests.benchmarks.screen import Screen, open_screen
from tests.helpers.hangul import commit, compose, strokes

GOALS = {20_000: 16.0, 100_000: 33.0}
WORDS = ("김가나", "ㅎㄱㅅ", "박순", "ㄱㅅ", "이동복", "ㅊㄴ", "홍길순", "ㅇ")
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


def filtered(screen: Screen) -> float:
    """Return how long the slowest list takes that is asked for in this way for the first time."""
    index = screen.workplace.services.office.index
    views = [
        Chosen(kinds=frozenset({PersonKind.RECIPIENT})),
        Chosen(state=PersonState.ACTIVE),
        Chosen(grade="3"),
        Chosen(among=frozenset(range(1, 100_000, 3))),
    ]
    return max(milliseconds(partial(index.find, "", view.kinds, view)) for view in views)


def main() -> bool:
    held = True
    for people, goal in GOALS.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with open_screen(folder, Crowd(folder, people).make()) as screen:
                screen.show("people")
                typed(screen)
                times = typed(screen)
                narrowed = filtered(screen)
        held &= say("S4", f"{len(times)} strokes at {people:,} p99", p99(times), goal)
        held &= say("S4", f"a list of {people:,} narrowed", narrowed, 100)
    return held


if __name__ == "__main__":
    sys.exit(not main())
