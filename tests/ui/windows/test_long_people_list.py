"""Very many people change their order beside the screen; the list stays as it is till then."""

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_index import Chosen, PeopleIndex
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.parts.people.person_list import PersonList
from easycare_desktop.ui.widgets import Kit
from tests.helpers.many_people import lines_of

MANY = 5_001
NEWEST = Chosen(sort=Sort.NEWEST)


class RecordBrokenError(Exception):
    """Stands for whatever may go wrong beside the screen."""


@pytest.fixture
def index() -> PeopleIndex:
    index = PeopleIndex()
    index.fill(lines_of(MANY))
    return index


@pytest.fixture
def people(qtbot: QtBot, kit: Kit, background: ManualBackground, index: PeopleIndex) -> PersonList:
    office = cast("OpenOffice", SimpleNamespace(index=index))
    made = PersonList(PeopleSearch(office), tuple(PersonKind), kit, background)
    qtbot.addWidget(made)
    made.refresh()
    background.drain()
    return made


def first(people: PersonList) -> int:
    return people.model.rows[0].id


def test_the_old_list_stays_until_the_new_one_is_there(
    qtbot: QtBot, people: PersonList, background: ManualBackground
):
    watched = QAbstractItemModelTester(people.model)
    by_name, resets = people.model.rows, QSignalSpy(people.model.modelReset)
    people.choice.narrow_by(lambda: NEWEST)
    people.refresh()
    assert people.model.rows == by_name
    with qtbot.waitSignal(people.choice.late):
        pass
    assert people.count.accessibleName() == "고르는 중 새 목록을 만듭니다"
    assert people.model.rows == by_name
    people.search.setText("김가")
    assert {row.name[:2] for row in people.model.rows} == {"김가"}
    people.search.setText("")
    assert resets.count() == 2
    background.drain()
    assert first(people) == MANY
    assert resets.count() == 3
    assert people.count.accessibleName() == f"{MANY:,}명"
    del watched


def test_of_several_wishes_the_last_is_shown(people: PersonList, background: ManualBackground):
    for sort in (Sort.BIRTH, Sort.NEWEST):
        people.choice.narrow_by(lambda sort=sort: Chosen(sort=sort))
        people.refresh()
    background.run_next()
    assert first(people) != MANY
    background.run_next()
    assert first(people) == MANY


def test_what_takes_a_while_to_find_out_is_found_out_beside_the_screen(
    people: PersonList, background: ManualBackground
):
    asked: list[str] = []

    def choose() -> Chosen:
        asked.append("asked")
        return Chosen(among=frozenset({3, 6}))

    people.choice.narrow_by(lambda: choose)
    people.refresh()
    assert asked == []
    background.drain()
    assert asked == ["asked"]
    assert {row.id for row in people.model.rows} == {3, 6}


def test_a_list_that_is_there_already_is_shown_at_once(
    people: PersonList, background: ManualBackground
):
    people.kinds.choose((PersonKind.STAFF,))
    people.refresh()
    background.drain()
    count = len(people.model.rows)
    people.kinds.choose(())
    people.refresh()
    assert len(people.model.rows) == MANY > count
    assert not background.busy


def test_where_the_new_list_fails_the_old_one_says_so_no_longer(
    qtbot: QtBot, people: PersonList, background: ManualBackground
):
    def choose() -> Chosen:
        raise RecordBrokenError

    people.choice.narrow_by(lambda: choose)
    people.refresh()
    with qtbot.waitSignal(people.choice.late):
        pass
    with pytest.raises(RecordBrokenError):
        background.drain()
    assert people.count.accessibleName() == f"{MANY:,}명"
