"""S4 and S5: from a key stroke to the painted list, and a list of 100,000 people opened.

Run `python -m tests.benchmarks.people_list`. Each number stands beside a bare list view that is
fed the same texts in the same run.
"""

import os
import statistics
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QWidget

from easycare_desktop.domain.people import Person, PersonKind, PersonState, person_number
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_index import PeopleIndex
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.services.person_lines import person_line
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.parts.people.person_list import PersonList
from easycare_desktop.ui.widgets import Kit
from tests.helpers.hangul import compose, strokes

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FAMILY = "김이박최정강조윤장임한오서신권황안송류홍허하"
GIVEN = "가나다라마바사아자차카타파하견디길동순영희수진민호준서연우지현"
TYPED = ("홍", "ㅎㄱㄷ", "김", "이순", "허금", "ㅂㅈㅎ", "최가나", "윤", "010", "봄길")
OPENED, STROKE = 0.050, 0.016


def one_of(letters: str, number: int) -> str:
    """Return a letter, always the same for a number, in no order that can be seen."""
    return letters[number * 7919 % 104729 % len(letters)]


def index_of(count: int) -> PeopleIndex:
    """Return made-up people, always the same."""
    index = PeopleIndex()
    day = date(2024, 3, 4)
    index.fill(
        person_line(
            Person(each, person_number(each), PersonKind.RECIPIENT, PersonState.ACTIVE, day),
            {
                "name": one_of(FAMILY, each) + one_of(GIVEN, each // 3) + one_of(GIVEN, each // 7),
                "birth": f"19{25 + each % 35}-05-1{each % 10}",
                "mobile": f"010-0000-{each % 10000:04d}",
                "address": f"행복시 나눔구 봄길 {each % 500}",
            },
        )
        for each in range(1, count + 1)
    )
    index.find("홍")
    return index


def say(words: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{words}\n")


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds the work took."""
    start = perf_counter()
    work()
    return perf_counter() - start


def paint(widget: QWidget) -> None:
    """Paint what waits to be painted."""
    widget.repaint()


def list_over(kit: Kit, index: PeopleIndex) -> PersonList:
    """Return the list over people in memory; it needs nothing else of an office."""
    office = cast("OpenOffice", SimpleNamespace(index=index))
    made = PersonList(PeopleSearch(office), tuple(PersonKind), kit, ManualBackground())
    kit.appearance.dress(made)
    made.resize(384, 620)
    made.show()
    for _ in range(3):
        QApplication.processEvents()
    return made


def stages(words: str) -> list[str]:
    """Return what the search field shows after each stroke."""
    found, done = [], ""
    for letter in words:
        found += [done + stage for stage in (list(strokes(letter)) or [letter])]
        done += letter
    return found


def stroke_seconds(people: PersonList) -> list[float]:
    """Return the time of every stroke, from the event until the list is painted."""
    seconds = []
    for words in TYPED:
        for stage in (*stages(words), ""):

            def stroke(stage: str = stage) -> None:
                compose(people.search, stage)
                paint(people.table.viewport())

            seconds.append(timed(stroke))
    return seconds


def opening(people: PersonList) -> float:
    """Return the time to fill and paint the empty list."""
    people.model.show([])

    def show() -> None:
        people.refresh()
        paint(people.table.viewport())

    return timed(show)


def bare(index: PeopleIndex) -> float:
    """Return the time a bare list view takes for the same names."""
    names = [line.name for line in index.all()]
    view = QListView()
    view.setUniformItemSizes(True)
    view.resize(384, 620)
    view.show()

    def show() -> None:
        view.setModel(QStringListModel(names, view))
        paint(view.viewport())

    return timed(show)


def main() -> int:
    """Measure, print, and return 0 if every goal is met."""
    app = QApplication.instance() or QApplication([])
    kit = Kit(Appearance(cast("QApplication", app), RESOURCES))
    small, large = index_of(20_000), index_of(100_000)
    people = list_over(kit, small)
    stroke_seconds(people)
    seconds = sorted(stroke_seconds(people) + stroke_seconds(people))
    p99 = seconds[int(len(seconds) * 0.99)]
    say(f"S4 stroke at 20,000: median {statistics.median(seconds) * 1000:.1f} ms, "
          f"p99 {p99 * 1000:.1f} ms (goal 16)")  # fmt: skip
    many = list_over(kit, large)
    opened = statistics.median(opening(many) for _ in range(5))
    plain = statistics.median(bare(large) for _ in range(5))
    say(f"S5 100,000 opened: {opened * 1000:.1f} ms (goal 50), "
          f"{opened / plain:.1f} x a bare list view ({plain * 1000:.1f} ms)")  # fmt: skip
    wide = sorted(stroke_seconds(many))
    say(f"S4 stroke at 100,000: p99 {wide[int(len(wide) * 0.99)] * 1000:.1f} ms (goal 33)")
    return 0 if p99 <= STROKE and opened <= OPENED else 1


if __name__ == "__main__":
    sys.exit(main())
