"""The tab 문서: a scan in the wrong place is moved step by step, or taken out on two questions."""

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_papers import Scan
from easycare_desktop.services.scan_moving import WhyTakenOut
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import Question, RecordingMessages, Trouble
from easycare_desktop.ui.parts.people.person_sheet import PAPERS
from easycare_desktop.ui.parts.people.scan_moving import _Where
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import known_person
from tests.helpers.people_pages import press
from tests.helpers.present import present
from tests.helpers.sizes import PAGE_PERCENTS
from tests.services.test_scan_moving import holding, scanned, scans


@pytest.fixture
def person(services: Services) -> Person:
    return known_person(services)


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages, person: Person
) -> PeoplePage:
    made = PeoplePage(kit, services, messages, ManualBackground())
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    scanned(services, person)
    made.open(person.id)
    made.sheet.tabs.setCurrentIndex(PAPERS)
    yield made
    made.close()


def choose(page: PeoplePage, media: str = "image/jpeg") -> Scan:
    rows = page.sheet.papers.model.rows
    place = next(n for n, each in enumerate(rows) if isinstance(each, Scan) and each.media == media)
    page.sheet.papers.table.selectRow(place)
    chosen = page.sheet.papers.table.current_row()
    assert isinstance(chosen, Scan)
    return chosen


def test_a_scan_is_moved_to_somebody_found_by_name(
    page: PeoplePage, services: Services, messages: RecordingMessages
):
    other = known_person(services, "나둘째")
    scan = choose(page)
    messages.answer(_Where.OTHER, "나둘째", other.id, holding(services, other, "care_contract"))
    press(page, "scan_move")
    assert messages.said[-1].content[0] == (
        "스캔을 옮겼습니다. 전에 만든 백업에는 옮기기 전대로 남습니다."
    )
    assert scan.id not in {each.id for each in page.sheet.papers.model.rows}
    assert any(each.media == "image/jpeg" for each in scans(services, other))


def test_a_scan_is_moved_to_another_group_of_the_same_person(
    page: PeoplePage, services: Services, messages: RecordingMessages, person: Person
):
    scan = choose(page)
    messages.answer(_Where.SAME, holding(services, person, "photo"))
    press(page, "scan_move")
    places = messages.of_kind("ask_choice")[-1].content[2]
    assert scan.holding_id not in {number for number, _ in places}
    assert choose(page).label == "사진·소식지"


def test_whoever_gives_up_moves_nothing(
    page: PeoplePage, services: Services, messages: RecordingMessages, person: Person
):
    before = scans(services, person)
    choose(page)
    for answers in ((), (_Where.OTHER,), (_Where.OTHER, "없는이름"), (_Where.SAME,)):
        messages.answer(*answers)
        press(page, "scan_move")
    assert scans(services, person) == before


def test_taking_out_names_the_scan_and_asks(
    page: PeoplePage, services: Services, messages: RecordingMessages, person: Person
):
    scan = choose(page)
    messages.answer(WhyTakenOut.WRONG_FILE, False)
    press(page, "scan_out")
    question = messages.of_kind("confirm")[-1].content[0]
    assert isinstance(question, Question)
    assert question.danger
    assert scan.label in question.title
    assert "홍길순" in question.lines[0]
    assert question.lines[-1] == (
        "전에 만든 백업에는 그 백업이 없어지거나 이 항목이 파기될 때까지 남습니다."
    )
    assert scan in scans(services, person)
    messages.answer(WhyTakenOut.WRONG_FILE, True)
    press(page, "scan_out")
    assert scan not in scans(services, person)
    assert scan not in page.sheet.papers.model.rows


def test_a_proof_is_not_moved_and_the_screen_says_why(
    page: PeoplePage, messages: RecordingMessages
):
    choose(page, "application/pdf")
    messages.answer(WhyTakenOut.TWICE, True)
    press(page, "scan_out")
    trouble = messages.of_kind("refuse")[-1].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.number == "PA-119"


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_clipped(page: PeoplePage, kit: Kit, qtbot: QtBot, percent: int):
    kit.appearance.wear(Look(percent=percent))
    page.resize(1366, 690)
    choose(page)
    qtbot.wait(30)
    assert clip_check(page) == []
