"""The office arrives on another PC: key place, recovery sheet, newest certificate, new secrets."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.tour.chapters.restore import judge_gone, pick_oldest
from easycare_desktop.tour.chapters.sign_in import open_as
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.report import StepFailedError
from easycare_desktop.tour.scene import Scene
from easycare_desktop.ui.windows.restore_window import RestoreWindow

WORD = "옮겨 오기"
_PASSWORD = "on-the-other-pc-phrase-5"  # noqa: S105 - of an office that lives as long as the tour


def another_pc(scene: Scene, notes: Notes) -> None:
    """Move the office to another PC."""
    office = notes.office
    if office is None:
        return
    _bring_keys(scene, notes, office.sheet.groups)
    pick_oldest(scene, notes)
    scene.click("restore.next")
    scene.hand.settle()
    scene.shot("97_other_preview")
    scene.click("restore.next")
    give_new_secrets(scene, _PASSWORD, "98_other_officer")
    scene.type("restore.word", WORD)
    scene.shot("99_other_confirm")
    with scene.meanwhile(_close):
        scene.click("restore.last")
        scene.hand.settle()
    open_as(scene, notes, office.officer, _PASSWORD)
    scene.check(held=scene.has("nav.today"), words="the office is open on the other PC")
    judge_gone(scene, notes)
    services = scene.services
    scene.check(held=not services.freshness.is_unproven(), words="it is shown to be newest")
    scene.check(held=services.office.keys.sheet_number > 1, words="a new recovery sheet")
    scene.check(held=bool(services.registers.items()), words="the former PC is registered")
    scene.shot("99_other_open")
    scene.program.close_office()


def _bring_keys(scene: Scene, notes: Notes, groups: tuple[str, ...]) -> None:
    """Give the key place, the sheet and the newest certificate; a made-up one is refused."""
    scene.program.another_pc(notes.out / "other-pc")
    scene.hand.settle()
    scene.shot("95_other_login")
    scene.click("login.restore")
    scene.hand.settle()
    scene.choose("restore.way", "다른 PC에서 옮겨 오기")
    scene.program.plan_file(notes.out / "key-place")
    scene.click("restore.key_place")
    for number, group in enumerate(groups, start=1):
        scene.type(f"restore.group_{number}", group)
    scene.type("restore.certificate", "D2031-0001")
    with scene.meanwhile(_refused):
        scene.click("restore.next")
        scene.hand.settle()
    scene.type("restore.certificate", notes.certificate, clear=True)
    scene.shot("96_other_where")
    scene.click("restore.next")
    scene.hand.settle()


def give_new_secrets(scene: Scene, password: str, shot: str = "") -> RecoveryCode:
    """Choose a new password, and type the new sheet back; return the sheet."""
    scene.type("restore.new.password", password)
    scene.type("restore.new.password_again", password)
    if shot:
        scene.shot(shot)
    scene.click("restore.next")
    return _type_sheet_back(scene)


def _type_sheet_back(scene: Scene) -> RecoveryCode:
    window = scene.window
    if not isinstance(window, RestoreWindow):
        raise StepFailedError("the window of restoring is in front")
    scene.click("restore.next")
    sheet = window.steps.sheet
    for place, group in enumerate(sheet.asked, 1):
        scene.type(f"wizard.typed_back_{place}", sheet.code.groups[group])
    code = sheet.code
    scene.click("restore.next")
    return code


def _refused(window: QWidget) -> None:
    press_words(window, "닫기")


def _close(window: QWidget) -> None:
    press_words(window, "닫기")
