"""What a person does on the page of lists that come in, for tests."""

import os
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.lists import HEAD


def list_file(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "목록.csv"
    path.write_bytes("\r\n".join(("수급자 현황", head, *rows)).encode("cp949"))
    return path


def press(page: ImportPage, button: QPushButton, background: ManualBackground) -> None:
    button.click()
    background.drain()


def settle(page: ImportPage, qtbot: QtBot) -> None:
    page.resize(1142, 690)
    qtbot.wait(40)


def shoot(page: QWidget, name: str) -> None:
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        page.grab().save(str(Path(folder, f"{name}.png")))


def brought(page: ImportPage, background: ManualBackground, path: Path) -> None:
    page.take(path)
    background.drain()
    press(page, page.next, background)
