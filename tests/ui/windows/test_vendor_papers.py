"""Papers in an office of a maker of programs: nothing is offered that it cannot make."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.papers_page import PapersPage
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    office = OfficeHome(tmp_path / "home").make(kind=OfficeKind.VENDOR)
    made = Services(office)
    made.start()
    yield made
    office.close()


def test_every_blank_form_that_is_offered_can_be_made(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    page = PapersPage(kit, services, messages, background)
    present(qtbot, page)
    offered = page.forms.rows
    assert len(offered) >= 8
    for row in offered:
        with qtbot.waitSignal(page.paper_wanted) as wanted:
            row.button.click()
        kind, subject = wanted.args
        assert kind is not PaperKind.VENDOR_FORM
        assert services.papers.make(kind, subject, "기관 보관").pdf.startswith(b"%PDF")
    page.close()
