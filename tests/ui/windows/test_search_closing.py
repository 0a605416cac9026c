"""An officer who answers on the screen for what a search could not read."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from tests.helpers.cases import approved, known_person
from tests.helpers.present import present


def test_what_could_not_be_read_is_closed_with_a_reason(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    (tmp_path / "stick").mkdir()
    services.key_places.add("USB", tmp_path / "stick")
    services.saved_files.note(tmp_path / "taken out" / "card.pdf")
    plan = approved(services, known_person(services))
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
    services.destruction_run.run(plan.id)
    page = DestructionPage(kit, services, messages, background)
    present(qtbot, page)
    page.show_subject(plan.id)
    qtbot.waitUntil(page.panel.isVisible)
    assert "읽지 못한 파일" in page.panel.open_list.text()
    closing = page.panel.closing
    assert closing.isVisible()
    messages.answer(None)
    closing.button.click()
    assert services.destruction.view(plan.id).open_points == ("unread",)
    messages.answer("USB의 파일을 열어 지웠음")
    closing.button.click()
    background.drain()
    assert services.destruction.view(plan.id).plan.state is PlanState.DONE
    assert not closing.isVisible()
