"""Orders of very many people: the same as of few, made beside the screen, never an older one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pytest
from typing_extensions import override

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.services import people_order, searched_lines
from easycare_desktop.services.people_index import Chosen, PeopleIndex
from easycare_desktop.services.person_lines import PersonLine, person_line
from tests.helpers.many_people import lines_of

DAY = date(2026, 11, 23)


@pytest.mark.parametrize("sort", Sort)
def test_heaps_laid_together_are_in_the_order_of_the_whole(
    monkeypatch: pytest.MonkeyPatch, sort: Sort
):
    lines = lines_of(500)
    whole = people_order.in_order(lines, sort)
    assert {line.id for line in whole} == {line.id for line in lines}
    for few in (0, 1, 30):
        monkeypatch.setattr(people_order, "_FEW", few)
        assert people_order.in_order(lines, sort) == whole
        assert people_order.in_order([], sort) == []


def test_few_are_there_at_once_and_many_when_they_were_put_together():
    few, many = PeopleIndex(), PeopleIndex()
    few.fill(lines_of(5_000))
    many.fill(lines_of(5_001))
    newest = Chosen(sort=Sort.NEWEST)
    assert few.is_quick((), newest)
    assert few.is_quick((), None)
    assert not many.is_quick((), newest)
    assert not many.is_quick((), None)
    many.prepare((), newest)
    assert many.is_quick((), newest)
    assert [line.id for line in many.find("", (), newest)][:2] == [5_001, 5_000]


def test_no_stroke_waits_for_what_was_put_together(monkeypatch: pytest.MonkeyPatch):
    index, asked = PeopleIndex(), Counter[str]()
    index.fill(lines_of(200))

    def noted(texts: Iterable[str], _compared: object = None) -> list[str]:
        asked["texts"] += 1
        return list(texts)

    monkeypatch.setattr(searched_lines, "side_by_side", noted)
    newest = Chosen(sort=Sort.NEWEST)
    index.set_out((), newest)
    assert not asked
    index.prepare((), newest)
    index.set_out((), newest)
    assert asked["texts"] == 4
    for typed in ("ㄱ", "김가", "0000", "봄길"):
        index.find(typed, (), newest)
    assert asked["texts"] == 4
    index.find("ㄱ")
    assert asked["texts"] == 5


@dataclass(frozen=True, slots=True)
class _Interrupted(Chosen):
    """Somebody is registered while the list is put together."""

    index: PeopleIndex | None = None

    @override
    def of(self, lines: Iterable[PersonLine]) -> list[PersonLine]:
        found = Chosen.of(self, lines)
        if self.index is not None and self.index.get(9_999) is None:
            person = Person(9_999, "P-09999", PersonKind.STAFF, PersonState.ACTIVE, DAY)
            self.index.put(person_line(person, {"name": "가가가"}))
        return found


def test_whoever_comes_in_meanwhile_is_in_the_list():
    index = PeopleIndex()
    index.fill(lines_of(30))
    wanted = _Interrupted(sort=Sort.NEWEST, index=index)
    index.prepare((), wanted)
    assert index.find("", (), wanted)[0].id == 9_999
    assert len(index.find("", (), Chosen(sort=Sort.NEWEST))) == 31
