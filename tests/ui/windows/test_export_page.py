"""엑셀로 내보내기: fields are ticked, the purpose is told, the file opens with its password."""

import io
import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import msoffcrypto
import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from easycare_desktop.domain.exporting import ExportPurpose
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.widgets.tick import CheckBox
from easycare_desktop.ui.windows.export_page import ExportPage
from tests.helpers.cases import GUARDIAN, register
from tests.helpers.import_pages import shoot
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

SECRET = "hamster-garden-27"
RECIPIENT = PersonKind.RECIPIENT


@pytest.fixture
def page(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> Iterator[ExportPage]:
    made = ExportPage(kit, services, messages, background)
    made.resize(1142, 656)
    present(qtbot, made)
    yield made
    made.close()


def type_secret(page: ExportPage) -> None:
    for field in (page.order.leaving.secret.first, page.order.leaving.secret.again):
        line = field.control.focusProxy()
        assert isinstance(line, QLineEdit)
        line.setText(SECRET)


def box(page: ExportPage, group: str, field: str) -> CheckBox:
    found = [part.boxes.items() for part in page.ticks.groups]
    return dict(chain.from_iterable(found))[FieldRef(RECIPIENT, group, field)]


def test_a_list_goes_out_from_the_ticks_to_the_file(
    page: ExportPage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
    qtbot: QtBot,
):
    chosen = register(services, "마루한")
    register(services, "나래온")
    page.show_subject((chosen.id,))
    assert page.order.listed.isVisible()
    assert not page.order.everybody.isVisible()
    assert [ref.field for ref in page.ticks.chosen] == ["name"]
    box(page, "identity", "mobile").click()
    assert page.foot.note.text() == "수급자 1명 · 2항목. 파일은 암호로 잠급니다."
    page.save.click()
    assert page.order.leaving.purpose.error
    assert page.order.leaving.reason.error
    assert page.order.leaving.secret.first.error
    page.order.leaving.purpose.control.choose(ExportPurpose.CONTACT)
    page.order.leaving.reason.control.setText("송년회 안내")
    type_secret(page)
    path = tmp_path / "목록.xlsx"
    messages.answer(path)
    page.save.click()
    with qtbot.waitSignal(page.left):
        background.drain()
    assert rows_of(path)[1][1:] == ["마루한", "010-0000-1234"]
    (said,) = messages.of_kind("inform")
    assert said.content[1] == "1명의 목록을 암호로 잠가 저장했습니다."
    assert page.order.leaving.secret.text() == ""


@pytest.mark.look
def test_a_list_of_guardians_says_whose_guardian_each_is(
    page: ExportPage, services: Services, qtbot: QtBot
):
    person = register(services, "마루한")
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    page.order.kinds.choose(PersonKind.GUARDIAN)
    name = FieldRef(PersonKind.GUARDIAN, "identity", "name")
    assert page.ticks.chosen == (name, FieldRef(RECIPIENT, "identity", "name"))
    qtbot.wait(40)
    shoot(page, "export_guardians")
    assert clip_check(page) == []


def rows_of(path: Path) -> list[list[object]]:
    plain = io.BytesIO()
    with path.open("rb") as file:
        book = msoffcrypto.OfficeFile(file)
        book.load_key(password=SECRET)
        book.decrypt(plain)
    plain.seek(0)
    return CalamineWorkbook.from_filelike(plain).get_sheet_by_index(0).to_python()


def test_what_is_delicate_is_never_ticked_with_the_others(page: ExportPage, services: Services):
    register(services)
    page.show_subject(())
    assert page.order.everybody.text().startswith("기초자료에 있는 수급자 모두 ")
    assert page.order.everybody.isVisible()
    assert not page.order.all.isVisible()  # one alone is no choice
    for part in page.ticks.groups:
        part.every.click()
    chosen = {(ref.group, ref.field) for ref in page.ticks.chosen}
    assert ("identity", "address") in chosen
    assert not {group for group, _ in chosen} & {"health", "unique_id", "care_record"}
    box(page, "health", "diseases").click()
    assert ("health", "diseases") in {(ref.group, ref.field) for ref in page.ticks.chosen}


@pytest.mark.parametrize("kind", [MeasureKind.SUSPENSION, MeasureKind.CORRECTION])
def test_who_does_not_go_out_is_told_before(
    page: ExportPage, services: Services, background: ManualBackground, kind: MeasureKind
):
    stopped, _ = register(services, "마루한"), register(services, "나래온")
    held = services.people.open(stopped.id).contents["identity"].holding.id
    order = Order(kind, MeasureCause.PERSON_ASKED, "요구서를 받음")
    services.measures.order([held], order)
    page.show_subject(())
    page.refresh()
    background.drain()
    assert page.order.everybody.text() == "기초자료에 있는 수급자 모두 2명"
    assert page.foot.note.text() == (
        "수급자 1명 · 1항목. 이용 중이 아니거나 정정 중인 1명은 빠집니다. 파일은 암호로 잠급니다."
    )


def test_a_name_in_the_reason_is_told_under_it(
    page: ExportPage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
):
    register(services, "마루한")
    page.show_subject(())
    page.order.leaving.purpose.control.choose(ExportPurpose.OTHER)
    page.order.leaving.reason.control.setText("마루한 님이 달라고 하심")
    type_secret(page)
    messages.answer(tmp_path / "목록.xlsx")
    page.save.click()
    background.drain()
    assert page.order.leaving.reason.error
    assert page.save.isEnabled()
    assert list(tmp_path.glob("*.xlsx")) == []


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_clipped(
    qtbot: QtBot, page: ExportPage, appearance: Appearance, services: Services, percent: int
):
    person = register(services, "마루한")
    register(services, "나래온")
    appearance.wear(Look(percent=percent))
    page.show_subject((person.id,))
    page.save.click()
    page.resize(1142, 690)
    qtbot.wait(40)
    assert clip_check(page) == []
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        page.grab().save(str(Path(folder, f"export_{percent}.png")))
