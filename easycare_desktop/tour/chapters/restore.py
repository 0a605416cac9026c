"""An old backup comes back on this PC; whoever was destroyed since stays away. And a drill."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.people import PersonNotFoundError
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.tour.chapters.papers import make_paper
from easycare_desktop.tour.chapters.register import NAME
from easycare_desktop.tour.chapters.sign_in import open_as
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

WORD = "되살리기"


def keep_backup(scene: Scene, notes: Notes) -> None:
    """Back up while the person who will be destroyed is still there."""
    backups_of(notes).mkdir(exist_ok=True)
    scene.services.backup_targets.add("백업 USB", backups_of(notes))
    report = scene.services.backup.back_up(BackupCause.BY_HAND)
    scene.check(held=report.is_complete, words="the backup is complete")
    scene.check(held=bool(scene.services.people.find(NAME)), words="the person is in it")


def restore(scene: Scene, notes: Notes) -> None:
    """Drill and restore the backup from before the destruction."""
    office = notes.office
    if office is None:
        return
    scene.program.close_office()
    open_as(scene, notes, office.officer, office.password)
    _drill(scene, notes)
    people = len(scene.services.people.find(""))
    separated = {each.id for each in scene.services.separated.list()}
    with scene.meanwhile(_go):
        scene.click("keys.restore")
    scene.hand.settle()
    scene.check(held=scene.text("restore.code") == office.code, words="the office is known")
    scene.shot("90_restore_where")
    scene.type("restore.password", office.password)
    scene.click("restore.next")
    scene.hand.settle()
    pick_oldest(scene, notes)
    scene.shot("91_restore_backups")
    scene.click("restore.next")
    scene.hand.settle()
    scene.shot("92_restore_preview")
    scene.click("restore.next")
    scene.click("restore.last")
    scene.check(held=scene.has("restore.word"), words="nothing without the word")
    scene.type("restore.word", WORD)
    scene.shot("93_restore_confirm")
    with scene.meanwhile(_close):
        scene.click("restore.last")
        scene.hand.settle()
    open_as(scene, notes, office.officer, office.password)
    judge_gone(scene, notes)
    now = {each.id for each in scene.services.separated.list()}
    scene.check(held=separated <= now, words="what the law keeps is still kept apart")
    scene.check(held=len(scene.services.people.find("")) <= people, words="nobody came back")
    scene.go("people")
    scene.shot("94_restored_people")


def backups_of(notes: Notes) -> Path:
    """Return the folder of the backups of this tour."""
    return notes.out / "backups"


def pick_oldest(scene: Scene, notes: Notes) -> None:
    """Choose the folder and the last line, which is the oldest backup."""
    scene.program.plan_file(backups_of(notes))
    scene.click("restore.backup_folder")
    scene.hand.settle()
    sets = backups_of(notes) / f"easycare-backup-{_only_office(notes)}" / "sets"
    scene.row("restore.sets", len(list(sets.iterdir())) - 1)


def judge_gone(scene: Scene, notes: Notes) -> None:
    """Look for the destroyed person by every call."""
    services = scene.services
    scene.check(held=not services.people.find(NAME), words="search finds nobody")
    try:
        services.people.open(notes.person_id)
        opened = True
    except PersonNotFoundError:
        opened = False
    scene.check(held=not opened, words="the person cannot be opened")
    plan = services.destruction.view(notes.plan_id).plan
    keys = services.office.keys
    scene.check(held=plan.doomed <= keys.tombstones(), words="every tombstone stands")
    scene.check(held=services.log.check().first_broken is None, words="the access log is whole")
    scene.check(held=services.ledger.check().first_broken is None, words="the ledger is whole")


def _drill(scene: Scene, notes: Notes) -> None:
    scene.go("keys")
    scene.shot("88_keys_restore")
    scene.program.plan_file(backups_of(notes))
    paper = make_paper(scene, "keys.drill", PaperKind.DRILL_REPORT, "drill_report")
    scene.check(held="되살릴 수 있음을 확인" in text_of(paper.pdf), words="the drill passed")
    scene.shot("89_drill_report")
    scene.click("preview.back")
    scene.go("keys")


def _only_office(notes: Notes) -> str:
    found = next(backups_of(notes).glob("easycare-backup-*"))
    return found.name.removeprefix("easycare-backup-")


def _go(window: QWidget) -> None:
    press_words(window, "되살리기로 가기")


def _close(window: QWidget) -> None:
    press_words(window, "닫기")
