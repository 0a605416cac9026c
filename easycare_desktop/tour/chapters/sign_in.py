"""The login window opens the practice office."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def sign_in(scene: Scene, notes: Notes) -> None:
    """Sign in as the clerk of the practice office."""
    scene.shot("01_login")
    open_office(scene, notes, wrong_first=True)
    scene.check(held=scene.services.office.info.practice, words="it is the practice office")


def open_office(scene: Scene, notes: Notes, *, wrong_first: bool = False) -> None:
    """Type code, id and password into the login window."""
    office = notes.office
    if office is None:
        return
    if wrong_first:
        scene.type("login.code", office.code, clear=True)
        scene.type("login.id", office.clerk, clear=True)
        scene.type("login.password", "wrong-password")
        scene.click("login.open")
        scene.check(held=scene.has("login.password"), words="a wrong password does not open")
        scene.shot("02_login_refused")
    open_as(scene, notes, office.clerk, office.password)
    scene.check(held=scene.has("nav.today"), words="the main window is open")


def open_as(scene: Scene, notes: Notes, login: str, password: str) -> None:
    """Type code, id and password, and press 열기; nothing is remembered."""
    if notes.office is not None:
        scene.type("login.code", notes.office.code, clear=True)
    scene.type("login.id", login, clear=True)
    scene.type("login.password", password, clear=True)
    with scene.meanwhile(_decline):
        scene.click("login.open")


def _decline(window: QWidget) -> None:
    """Choose not to be remembered."""
    press_words(window, "이번에는 저장 안 함")
