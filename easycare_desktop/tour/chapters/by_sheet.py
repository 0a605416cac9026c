"""The recovery sheet opens where no password does; a new one and a new sheet follow at once."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.tour.chapters.bad_days import exchange_sheet
from easycare_desktop.tour.chapters.sign_in import open_as
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def officer_forgot(scene: Scene, notes: Notes) -> None:
    """Come in by the sheet where the only officer forgot the password; get a new sheet."""
    if notes.office is None:
        return
    scene.program.close_office()
    _come_in(scene, notes)
    scene.shot("80a_opened_by_sheet")
    scene.check(held=not scene.has("nav.today"), words="the sheet alone shows nobody")
    _renew(scene, notes, "80b_sheet_exchanged")


def lost_profile(scene: Scene, notes: Notes) -> None:
    """Come in by the sheet where the profile went, and the device key with it."""
    office = notes.office
    if office is None:
        return
    scene.program.close_office()
    scene.program.lose_profile()
    told: list[QWidget] = []

    def close(window: QWidget) -> None:
        told.append(window)
        scene.shot("80c_profile_lost", window)
        press_words(window, "닫기")

    scene.type("login.code", office.code, clear=True)
    scene.type("login.id", office.officer, clear=True)
    scene.type("login.password", office.password, clear=True)
    with scene.meanwhile(close):
        scene.click("login.open")
    scene.check(held=bool(told), words="the password alone does not open here any more")
    _come_in(scene, notes)
    _renew(scene, notes, "80d_profile_renewed")


def _come_in(scene: Scene, notes: Notes) -> None:
    """Type the five groups of the sheet."""
    office = notes.office
    if office is None:
        return
    scene.click("login.sheet")
    scene.type("login.sheet_code", office.code, clear=True)
    for number, group in enumerate(office.sheet.groups, start=1):
        scene.type(f"login.group_{number}", group)
    scene.click("login.sheet_open")
    scene.hand.settle()


def _renew(scene: Scene, notes: Notes, shot: str) -> None:
    """Choose a password, type the new sheet back, and sign in; the old sheet opens nothing."""
    office = notes.office
    if office is None:
        return
    scene.type("by_sheet.password", office.password)
    scene.type("by_sheet.password_again", office.password)
    scene.click("by_sheet.next")
    scene.hand.settle()
    exchange_sheet(scene, notes, shot)
    scene.check(held=notes.office is not office, words="another sheet")
    open_as(scene, notes, office.officer, office.password)
    scene.check(held=scene.has("nav.today"), words="the new password opens the office")
    openings = scene.services.recovery.state().openings
    scene.check(held=openings == 0, words="nobody has come in by the new sheet")
