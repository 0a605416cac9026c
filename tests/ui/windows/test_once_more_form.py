"""고치기: a further contract and a further licence, one after the other, seen on the card."""

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import PERSON, STAFF, register
from tests.helpers.import_pages import shoot
from tests.helpers.people_pages import press
from tests.helpers.sizes import PAGE_PERCENTS

BATH = {**PERSON["care_contract"], "service": "visit_bath"}


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    people_page.resize(1366, 690)
    return people_page


def contracts(page: PeoplePage) -> list[str]:
    return [code for code in page.form.body.sections if code.startswith("care_contract")]


def test_one_contract_after_the_other_can_be_typed(page: PeoplePage, services: Services):
    person = register(services)
    page.open(person.id)
    page.start_edit()
    assert contracts(page) == ["care_contract", "care_contract_2"]
    section = page.form.body.sections["care_contract_2"]
    section.unfold()
    section.fill({**BATH, "contract_on": "20250601", "starts_on": "20250602"})
    page.form.save()
    kept = services.people.open(person.id).contents["care_contract_2"].values
    assert (kept["service"], kept["starts_on"]) == ("visit_bath", "2025-06-02")
    page.start_edit()
    assert contracts(page) == ["care_contract", "care_contract_2", "care_contract_3"]


def test_somebody_new_may_have_two_at_once(page: PeoplePage):
    page.start_new()
    assert contracts(page) == ["care_contract", "care_contract_2"]


def test_a_second_licence_is_typed_and_stands_on_the_card(page: PeoplePage, services: Services):
    person = services.people.register(PersonKind.STAFF, STAFF)
    page.open(person.id)
    page.start_edit()
    section = page.form.body.sections["licence_2"]
    assert list(section.edits) == []
    section.unfold()
    section.show_more()
    section.fill({"licence_kind": "사회복지사", "licence_no": "2018-2222222"})
    page.form.save()
    held = services.people.open(person.id).contents["licence_2"].values
    assert held == {"licence_kind": "사회복지사", "licence_no": "2018-2222222"}


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_clipped(
    page: PeoplePage,
    services: Services,
    kit: Kit,
    qtbot: QtBot,
    background: ManualBackground,
    percent: int,
):
    kit.appearance.wear(Look(percent=percent))
    person = register(services)
    services.people.save_group(person.id, "care_contract_2", BATH)
    other = register(services, care_contract={**BATH, "service": "short_stay"})
    page.refresh()
    page.open(person.id)
    background.drain()
    qtbot.wait(30)
    shoot(page, f"once-card-{percent}")
    assert clip_check(page) == []
    press(page, "merge")
    dialog = page.sheet.merging.dialog
    assert dialog._preview.gone.id == other.id
    qtbot.wait(30)
    shoot(dialog, f"once-merge-{percent}")
    assert clip_check(dialog) == []
    dialog.reject()
    page.start_edit()
    page.form.body.sections["care_contract_2"].unfold()
    qtbot.wait(30)
    shoot(page, f"once-form-{percent}")
    assert clip_check(page) == []
