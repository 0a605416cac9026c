"""Papers in an office of a maker of programs: nothing is offered that it cannot make."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_kinds import KINDS_OF_FORM, PARTS_OF_FORM, PaperKind
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.papers_page import PapersPage
from tests.helpers.import_pages import shoot
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present
from tests.services.test_papers import words_of


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
    shoot(page, "vendor-papers")
    offered = page.forms.rows
    assert len(offered) >= 9
    for row in offered:
        with qtbot.waitSignal(page.paper_wanted) as wanted:
            row.button.click()
        kind, subject = wanted.args
        assert kind is not PaperKind.VENDOR_FORM
        assert services.papers.make(kind, subject, "기관 보관").pdf.startswith(b"%PDF")
    page.close()


def test_the_blank_consent_of_a_subscriber_asks_what_the_card_asks(services: Services):
    person = services.people.register(
        PersonKind.SUBSCRIBER, {"identity": {"name": "홍대표", "office_name": "마루센터"}}
    )
    place = KINDS_OF_FORM.index(PersonKind.SUBSCRIBER)
    blank = words_of(services.papers.make(PaperKind.BLANK_CONSENT_FORM, place, "서명").pdf)
    own = words_of(services.papers.make(PaperKind.CONSENT_FORM, person.id, "서명").pdf)
    purposes = services.consents.purposes_for(PersonKind.SUBSCRIBER)
    assert len(purposes) == 2
    for purpose in purposes:
        told = "".join(purpose.label.split())
        assert told in blank
        assert told in own
    assert "홍대표" in own
    assert "홍대표" not in blank


def test_one_kind_of_consent_is_offered_alone(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    page = PapersPage(kit, services, messages, background)
    present(qtbot, page)
    row = page.forms.one_kind
    assert row.offered
    with qtbot.waitSignal(page.paper_wanted) as wanted:
        row.button.click()
    kind, subject = wanted.args
    assert PARTS_OF_FORM[subject][0] is PersonKind.SUBSCRIBER
    assert services.papers.make(kind, subject, "서명").pdf.startswith(b"%PDF")
    page.close()
