"""What a destruction took out of half-typed work is told in its box, and where it was typed."""

from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.cancel_page import CancelPage
from easycare_desktop.ui.windows.drafts_dialog import DraftsDialog
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.wording.drafts import about_words
from tests.helpers.agency import Agency
from tests.helpers.cancel_pages import fill_form, press
from tests.helpers.cases import NAME, register
from tests.helpers.people_pages import put
from tests.helpers.present import present


def test_what_a_destruction_took_is_told_and_can_only_be_thrown_away(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    person = register(services)
    services.drafts.keep("consent_form", person.id, {"memo": "이웃의 번호"})
    services.office.files.renew_drafts(lambda draft: draft.empty())
    dialog = DraftsDialog(services.drafts, kit, messages, background)
    present(qtbot, dialog)
    background.drain()
    (line,) = dialog.model.rows
    assert about_words(line) == f"{NAME} · 파기한 내용이 있을 수 있어 지움"
    assert dialog.emptied.isVisible()
    assert not dialog.resume.isEnabled()
    dialog.table.opened.emit(line)
    assert dialog.isVisible()
    dialog.drop.click()
    background.drain()
    assert services.drafts.all() == []
    assert not dialog.emptied.isVisible()


def test_the_form_tells_that_a_destruction_took_what_was_typed(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    person = register(services)
    services.drafts.keep("person_form", person.id, {"identity.memo": "이웃의 번호"})
    services.office.files.renew_drafts(lambda draft: draft.empty())
    page = PeoplePage(kit, services, messages, background)
    present(qtbot, page)
    page.resume(person.id)
    assert page.form.top.banners.emptied.isVisible()
    put(page, "identity.mobile", "01055556666")
    page.form.leave()
    page.resume(person.id)
    assert page.form.top.banners.restored.isVisible()
    assert not page.form.top.banners.emptied.isVisible()


def test_a_request_tells_that_a_destruction_took_what_was_typed(
    qtbot: QtBot, kit: Kit, agency: Agency, messages: RecordingMessages
):
    services = agency.services
    services.drafts.keep("cancel.form", agency.person.id, {"remark": "이웃의 번호"})
    services.office.files.renew_drafts(lambda draft: draft.empty())
    page = CancelPage(kit, services, messages)
    present(qtbot, page)
    page.start_for(agency.person.id)
    assert page.case.steps.banners.emptied.isVisible()
    assert page.case.steps.form.fields.remark.control.text() == ""
    fill_form(page)
    press(page)
    assert page.case.steps.verify.isVisible()
    assert not page.case.steps.banners.isVisible()
