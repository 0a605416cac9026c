"""새로 등록: what stands in a text field is what is stored and shown again, or is refused there."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.catalogue import FieldKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.widgets import HangulTextEdit, Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import known_person
from tests.helpers.hostile import hostile, lines, one_line

TEXTS = {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.ADDRESS}


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages
) -> Iterator[PeoplePage]:
    made = PeoplePage(kit, services, messages, ManualBackground())
    qtbot.addWidget(made)
    made.open(known_person(services).id)
    yield made
    made.close()


def text_fields(page: PeoplePage) -> dict[tuple[str, str], FieldEdit]:
    for section in page.form.body.sections.values():
        section.unfold()
        section.show_more()
    return {
        (code, name): edit
        for code, section in page.form.body.sections.items()
        for name, edit in section.edits.items()
        if edit.item.kind in TEXTS and code in {"identity", "health", "care_contract"}
    }


@pytest.mark.long
@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=hostile())
def test_what_is_typed_is_what_is_read_back(page: PeoplePage, services: Services, text: str):
    assert page.sheet.card is not None
    person_id = page.sheet.card.person.id
    page.start_edit()
    edits = text_fields(page)
    before = {
        code: dict(each.values) for code, each in services.people.open(person_id).contents.items()
    }
    for edit in edits.values():
        edit.put(text)
    shown = {place: edit.text() for place, edit in edits.items()}
    page.form.reason.field.control.setText("시험")
    page.form.save()
    wrong = [place for place, edit in edits.items() if edit.field.error]
    after = services.people.open(person_id).contents
    if wrong:
        assert {code: dict(each.values) for code, each in after.items()} == before
        page.form.again.click()
        page.form.leave()
        return
    for (code, name), typed in shown.items():
        kept = (
            lines(typed)
            if isinstance(edits[code, name].field.control, HangulTextEdit)
            else one_line(typed)
        )
        assert after[code].values.get(name, "") == kept if code in after else not kept
    page.start_edit()
    again = text_fields(page)
    for place, edit in again.items():
        kept = after[place[0]].values.get(place[1], "") if place[0] in after else ""
        assert edit.text() == kept
    page.form.leave()
