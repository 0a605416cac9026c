"""기초자료: the list is narrowed, sorted, kept under a name and remembered."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.signal_rules import SignalTopic
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.view_dialog import ViewDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import STAFF, agree, register
from tests.helpers.people_pages import press, shown
from tests.helpers.present import present
from tests.helpers.sizes import PAGE_PERCENTS


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages
) -> Iterator[PeoplePage]:
    agree(services, register(services, "가나다"))
    register(services, "나미동의")
    made = PeoplePage(kit, services, messages, ManualBackground())
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


def ask(page: PeoplePage) -> ViewDialog:
    press(page, "order")
    return page.views.dialog


def test_a_view_is_chosen_kept_remembered_and_taken_off(
    page: PeoplePage, kit: Kit, services: Services, messages: RecordingMessages
):
    dialog = ask(page)
    dialog.care.control.choose(SignalTopic.CONSENT)
    assert dialog.care.control.currentText() == "필수 동의가 빠진 분 (1)"
    dialog.sort.control.choose(Sort.NEWEST)
    dialog.name.control.setText("나미동의 어르신")
    dialog.show_it.click()
    assert dialog.name.error
    dialog.name.control.setText("동의 받을 분")
    dialog.show_it.click()
    assert shown(page) == ["나미동의"]
    assert "동의 받을 분" in page.list.clear_view.parent().findChild(object, "people.view").text()
    again = PeoplePage(kit, services, messages, ManualBackground())
    again.refresh()
    assert shown(again) == ["나미동의"]
    again.deleteLater()
    press(page, "clear_view")
    assert shown(page) == ["나미동의", "가나다"]
    assert page.list.order.accessibleName() == "목록 보기, 최근 등록순"
    dialog = ask(page)
    dialog.saved.control.choose("동의 받을 분")
    assert dialog.care.control.value() is SignalTopic.CONSENT
    dialog.forget.click()
    assert services.views.all() == ()
    dialog.everybody.click()
    assert len(shown(page)) == 2


def test_a_card_says_what_there_is_to_do(page: PeoplePage, services: Services):
    page.open(services.search.find("나미동의")[0].id)
    banner = page.sheet.basic.findChild(object, "people.signals")
    assert "필수 동의가 빠졌습니다" in banner.accessibleName()
    page.open(services.search.find("가나다")[0].id)
    assert page.sheet.basic.findChild(object, "people.signals") is None


def test_services_and_occupations_are_chosen_and_counted(
    page: PeoplePage, kit: Kit, services: Services, messages: RecordingMessages
):
    services.people.register(PersonKind.STAFF, STAFF)
    page.refresh()
    dialog = ask(page)
    dialog.service.control.choose("visit_care")
    assert dialog.service.control.currentText() == "방문요양 (2)"
    dialog.show_it.click()
    assert shown(page) == ["가나다", "나미동의"]
    assert page.list.findChild(object, "people.view").text() == "방문요양"
    dialog = ask(page)
    assert dialog.service.control.value() == "visit_care"
    dialog.service.control.choose("")
    dialog.job.control.choose("care_worker")
    assert dialog.job.control.currentText() == "요양보호사 (1)"
    dialog.show_it.click()
    again = PeoplePage(kit, services, messages, ManualBackground())
    again.refresh()
    assert shown(again) == ["봉직원"]
    again.deleteLater()


def test_of_very_many_the_services_are_counted_beside_the_screen(
    page: PeoplePage, services: Services, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(services.search, "is_quick", lambda: False)
    waiting = ManualBackground()
    monkeypatch.setattr(page.views, "_background", waiting)
    dialog = ask(page)
    assert "방문요양" in [dialog.service.control.itemText(each) for each in range(8)]
    dialog.service.control.choose("visit_care")
    waiting.drain()
    assert dialog.service.control.currentText() == "방문요양 (2)"


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_clipped(qtbot: QtBot, page: PeoplePage, appearance: Appearance, percent: int):
    appearance.wear(Look(percent=percent))
    page.resize(1366, 690)
    dialog = ask(page)
    qtbot.wait(30)
    assert clip_check(dialog) == []
    dialog.care.control.choose(SignalTopic.CONSENT)
    dialog.show_it.click()
    qtbot.wait(30)
    assert clip_check(page) == []
