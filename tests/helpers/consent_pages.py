"""Hands on the page of consents."""

from datetime import date

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.windows.consent_page import ConsentPage

DAY = date(2026, 11, 20)


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, f"consents.{name}")
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def refreshed(page: ConsentPage, background: ManualBackground) -> None:
    page.refresh()
    background.drain()


def sign(page: ConsentPage) -> None:
    card = page.recording.form.sign
    card.method.control.choose(ConsentMethod.PAPER)
    card.day.control.setFocus()
    QTest.keyClicks(card.day.control, "2026.11.20")
    card.capacity.control.choose(Capacity.SELF)


def answer(page: ConsentPage, code: str, result: ConsentResult) -> None:
    page.recording.form.blocks[code].answer.choose(result)


def statuses(services: Services, person: Person) -> dict[str, ConsentResult | None]:
    return {
        each.purpose.code: each.line.result if each.line else None
        for each in services.consents.status_of(person.id)
    }


def drop(data: QMimeData) -> QDropEvent:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
