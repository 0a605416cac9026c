"""The officer gives a clerk who forgot it a first password; the clerk chooses the own one."""

from easycare_desktop.tour.chapters.sign_in import open_as
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_FIRST = "first-word-for-you-7"


def forgotten_password(scene: Scene, notes: Notes) -> None:
    """Give a first password, and change it at the first sign-in."""
    office = notes.office
    if office is None:
        return
    scene.program.close_office()
    open_as(scene, notes, office.officer, office.password)
    scene.go("settings")
    scene.tab("settings.tabs", "계정")
    scene.row("settings.accounts", 1)
    scene.shot("81_accounts")
    scene.click("settings.account_reset")
    scene.type("reset.password", _FIRST)
    scene.type("reset.password_again", _FIRST)
    scene.shot("82_reset_password")
    scene.click("reset.give")
    scene.hand.settle()
    scene.program.close_office()
    open_as(scene, notes, office.clerk, _FIRST)
    scene.check(held=not scene.has("nav.today"), words="a given password opens nothing yet")
    scene.type("first_password.old", _FIRST)
    scene.type("first_password.password", office.password)
    scene.type("first_password.password_again", office.password)
    scene.shot("83_first_password")
    scene.click("first_password.change")
    scene.hand.settle()
    scene.check(held=scene.has("nav.today"), words="the own password opens the office")
