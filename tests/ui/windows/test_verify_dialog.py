from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from easycare_desktop.security.signing import certificate_pem
from easycare_desktop.services.verification import Verdict
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.verify_dialog import VerifyDialog
from tests.helpers.cases import NAME
from tests.helpers.handed_out import OTHER, Case, hand_out
from tests.helpers.office_copies import OfficeMould
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS


@pytest.fixture(scope="module")
def case(mould: OfficeMould, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return hand_out(mould, tmp_path_factory.mktemp("handed-out") / "home")


@pytest.fixture
def files(case: Case, tmp_path: Path) -> dict[str, Path]:
    content = {
        "paper": case.person,
        "certificate": certificate_pem(case.certificate),
        "other": certificate_pem(OTHER.certificate),
        "ledger": case.ledger.encode(),
    }
    for name, raw in content.items():
        (tmp_path / name).write_bytes(raw)
    return {name: tmp_path / name for name in content}


@pytest.fixture
def dialog(
    qtbot: QtBot, kit: Kit, messages: RecordingMessages, background: ManualBackground
) -> VerifyDialog:
    made = VerifyDialog(kit, messages, background)
    present(qtbot, made)
    return made


def drop(dialog: VerifyDialog, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))


def test_files_dropped_together_find_their_places(
    dialog: VerifyDialog, background: ManualBackground, files: dict[str, Path]
):
    drop(dialog, files["ledger"], files["certificate"], files["paper"])
    background.drain()
    assert dialog.answer.verdict is Verdict.MATCH
    assert dialog.answer.banner.accessibleName().startswith("일치")
    assert dialog.answer.isVisible()


def test_the_answer_follows_the_files(
    dialog: VerifyDialog, background: ManualBackground, files: dict[str, Path]
):
    drop(dialog, files["certificate"])
    assert not dialog.answer.isVisible()
    drop(dialog, files["paper"])
    background.drain()
    assert dialog.answer.verdict is Verdict.MATCH
    drop(dialog, files["other"])
    background.drain()
    assert dialog.answer.verdict is Verdict.MISMATCH
    assert "발급한 기관에 확인해 주세요" in dialog.answer.banner.accessibleName()


def test_it_shows_that_it_is_checking(
    dialog: VerifyDialog, background: ManualBackground, files: dict[str, Path]
):
    assert not dialog.progress.isVisible()
    drop(dialog, files["paper"])
    assert dialog.progress.isVisible()
    background.drain()
    assert not dialog.progress.isVisible()
    assert dialog.answer.isVisible()
    drop(dialog, files["certificate"])
    assert dialog.progress.isVisible()
    assert not dialog.answer.isVisible()


def test_files_that_come_meanwhile_are_what_is_answered(
    dialog: VerifyDialog,
    background: ManualBackground,
    messages: RecordingMessages,
    files: dict[str, Path],
):
    drop(dialog, files["paper"])
    drop(dialog, files["other"])
    background.drain()
    assert dialog.answer.verdict is Verdict.MISMATCH
    assert messages.said == []


def test_a_file_brought_along_is_taken_when_the_window_stands(
    qtbot: QtBot,
    kit: Kit,
    messages: RecordingMessages,
    background: ManualBackground,
    files: dict[str, Path],
):
    dialog = VerifyDialog(kit, messages, background)
    dialog.bring([files["paper"]])
    present(qtbot, dialog)
    qtbot.waitUntil(lambda: background.busy, timeout=5_000)
    background.drain()
    assert dialog.answer.verdict is Verdict.UNCLEAR


def test_a_person_is_compared(
    dialog: VerifyDialog, background: ManualBackground, files: dict[str, Path]
):
    drop(dialog, files["paper"], files["certificate"])
    background.drain()
    dialog.compare.click()
    assert dialog.salt.error
    for field, words in ((dialog.name, NAME), (dialog.number, "P-00002"), (dialog.salt, "0" * 32)):
        field.control.setText(words)
    dialog.compare.click()
    background.drain()
    assert dialog.answer.verdict is Verdict.MISMATCH


def test_a_file_is_chosen_too(
    dialog: VerifyDialog,
    messages: RecordingMessages,
    background: ManualBackground,
    files: dict[str, Path],
):
    messages.answer(files["paper"])
    next(iter(dialog.files.lines.values())).choose.click()
    background.drain()
    assert dialog.answer.verdict is Verdict.UNCLEAR


def test_an_open_office_brings_its_certificate(
    qtbot: QtBot,
    kit: Kit,
    messages: RecordingMessages,
    background: ManualBackground,
    case: Case,
    files: dict[str, Path],
):
    dialog = VerifyDialog(kit, messages, background, (case.certificate,))
    present(qtbot, dialog)
    drop(dialog, files["paper"])
    background.drain()
    assert dialog.answer.verdict is Verdict.MATCH


def test_a_file_that_is_gone_is_refused(
    dialog: VerifyDialog, messages: RecordingMessages, files: dict[str, Path]
):
    files["paper"].unlink()
    drop(dialog, files["paper"])
    assert messages.of_kind("refuse")


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(
    dialog: VerifyDialog,
    kit: Kit,
    background: ManualBackground,
    files: dict[str, Path],
    percent: int,
):
    kit.appearance.set_percent(percent)
    drop(dialog, files["paper"], files["certificate"], files["ledger"])
    background.drain()
    assert clip_check(dialog) == []
