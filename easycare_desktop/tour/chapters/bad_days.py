"""A key place is lost, and the officer leaves: each time everything gets new keys around it."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.domain.rights import Role
from easycare_desktop.services.accounts import AccountState
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.tour.chapters.sign_in import open_as
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.report import StepFailedError
from easycare_desktop.tour.scene import Scene
from easycare_desktop.ui.parts.keys.sheet_dialog import SheetDialog
from easycare_desktop.ui.wording.labels import label

_LEAVING = {"name": "봉퇴사", "birth": "1975-05-05", "mobile": "010-0000-7701"}
_NEW_LOGIN, _NEW_NAME = "new.officer", "노은별"


def lost_place(scene: Scene, notes: Notes) -> None:
    """Strike a lost key place off; a new sheet and a new generation follow, the rest is renewed."""
    second = notes.out / "key-place" / "second"
    second.mkdir(parents=True, exist_ok=True)
    services = scene.services
    lost = services.key_places.add("둘째 USB", second)
    before = services.office.keys.generation
    scene.go("keys")
    scene.tab("keys.tabs", "열쇠")
    scene.hand.settle()
    scene.shot("99a_keys_before_loss")

    def choose(window: QWidget) -> None:
        press_words(window, f"{lost.label} · {lost.folder}")
        press_words(window, "고르기")

    def agree(window: QWidget) -> None:
        press_words(window, "새 종이 만들기")

    with scene.meanwhile(choose, agree):
        scene.click("keys.lost")
    scene.hand.settle()
    exchange_sheet(scene, notes, "99b_loss_told")
    keys = services.office.keys
    scene.check(held=keys.generation == before + 1, words="a new generation")
    left = services.key_places.states()
    scene.check(held=lost.id not in {each.id for each in left}, words="the lost place is off")
    newest = all(each.state is PlaceState.NEWEST for each in left)
    scene.check(held=newest, words="the other place is renewed")
    scene.check(held=services.recovery.state().lost == (before,), words="the loss is on record")
    scene.shot("99c_keys_after_loss")


def officer_leaves(scene: Scene, notes: Notes) -> None:
    """Hand over to a new officer: tested, the old one removed, everything renewed."""
    office = notes.office
    if office is None:
        return
    services = scene.services
    services.accounts.add(_NEW_LOGIN, _NEW_NAME, Role.OFFICER, office.password)
    scene.program.close_office()
    scene.hand.settle()
    open_as(scene, notes, _NEW_LOGIN, office.password)
    services = scene.services
    certificate = services.office.keys.certificate()
    scene.go("keys")
    scene.tab("keys.tabs", "열쇠")
    scene.click("keys.hand_over")
    scene.type("hand_over.login", _NEW_LOGIN)
    scene.type("hand_over.password", office.password)
    scene.click("hand_over.test")
    scene.hand.settle()
    leaving = next(each for each in services.accounts.all() if each.login == office.officer)
    scene.choose("hand_over.leaving", leaving.name)
    scene.shot("99d_hand_over")
    scene.click("hand_over.go_on")
    scene.hand.settle()
    exchange_sheet(scene, notes, "99e_handed_over")
    keys = services.office.keys
    scene.check(held=keys.certificate() != certificate, words="another signing key")
    readable = [keys.open_separated(each.id) for each in services.separated.list()]
    scene.check(held=all(readable), words="everything kept apart opens for the new officer")
    scene.program.close_office()
    scene.hand.settle()
    open_refused(scene, notes)
    open_as(scene, notes, _NEW_LOGIN, office.password)
    scene.check(held=scene.has("nav.today"), words="the new officer opens the office")
    notes.office = replace(notes.office or office, officer=_NEW_LOGIN)
    _clerk_leaves(scene, notes, office.password)


def _clerk_leaves(scene: Scene, notes: Notes, password: str) -> None:
    """End the work of somebody who has an account: it is closed with the same press."""
    services = scene.services
    services.accounts.add("leaving.clerk", _LEAVING["name"], Role.CLERK, password)
    services.people.register(PersonKind.STAFF, {"identity": _LEAVING})
    scene.go("people")
    scene.type("people.search", _LEAVING["name"], clear=True)
    scene.row("people.list", 0)
    scene.click("people.ending")
    scene.choose("ending.reason", label(EndingReason.LEFT_JOB))
    scene.shot("99g_leaver")
    scene.click("ending.ask")
    scene.hand.settle()
    account = next(each for each in services.accounts.all() if each.login == "leaving.clerk")
    scene.check(held=account.state is AccountState.LEFT, words="the account is closed")
    notes.values += [_LEAVING["name"], _LEAVING["mobile"]]


def open_refused(scene: Scene, notes: Notes) -> None:
    """Try as the officer who left: nothing opens."""
    office = notes.office
    if office is None:
        return
    scene.type("login.code", office.code, clear=True)
    scene.type("login.id", office.officer, clear=True)
    scene.type("login.password", office.password)

    def close(window: QWidget) -> None:
        scene.shot("99f_left_officer_refused", window)
        press_words(window, "닫기")

    with scene.meanwhile(close):
        scene.click("login.open")
    scene.check(held=scene.has("login.password"), words="who left opens nothing")


def exchange_sheet(scene: Scene, notes: Notes, shot: str) -> None:
    """Type two groups back, then read what was done and close it; note the new sheet."""
    dialog = scene.window
    if not isinstance(dialog, SheetDialog):
        raise StepFailedError("a new sheet is in front")
    groups = dialog.sheet.groups
    scene.click("sheet.next")
    for number in dialog.asked:
        scene.type(f"sheet.group.{number}", groups[number - 1])

    def close(window: QWidget) -> None:
        scene.shot(shot, window)
        press_words(window, "닫기")

    with scene.meanwhile(close):
        scene.click("sheet.next")
        scene.hand.settle()
    if notes.office is not None:
        notes.office = replace(notes.office, sheet=dialog.sheet.code)
