"""Keys and data are put away from this PC: a place, one press, the register, closing."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.backups import BackupCause, BackupOutcome
from easycare_desktop.services.backup_targets import TargetState
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.tour.chapters.papers import make_paper
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

LABEL = "백업 USB"


def backup(scene: Scene, notes: Notes) -> None:
    """Make the first backup of the practice office and look at it closely."""
    stick = notes.out / "backup-place"
    stick.mkdir(parents=True, exist_ok=True)
    scene.go("keys")
    scene.hand.settle()
    scene.shot("50_keys_overview")
    scene.tab("keys.tabs", "백업")
    scene.shot("51_backup_none")
    _add(scene, stick)
    scene.shot("52_backup_place")
    scene.click("keys.back_up")
    scene.hand.settle()
    scene.shot("53_backup_done")
    scene.click("backup.close")
    scene.hand.settle()
    scene.shot("54_backup_sets")
    [target] = scene.services.backup_targets.states()
    scene.check(held=target.state is TargetState.SOUND, words="the backup is whole")
    scene.check(held=target.sets[0].covered > 0, words="a key place opens it")
    scene.click(f"backup.check.{target.id}")
    scene.hand.settle()
    scene.tab("keys.tabs", "한눈에")
    scene.hand.settle()
    scene.shot("55_keys_overview")
    scene.tab("keys.tabs", "백업 대장")
    scene.shot("56_backup_register")
    paper = make_paper(scene, "backup.print", PaperKind.BACKUP_REGISTER, "backup_register")
    scene.check(held=LABEL in text_of(paper.pdf), words="the register names the place")
    _damage(scene, stick)
    scene.tab("keys.tabs", "한눈에")
    scene.go("today")
    scene.hand.settle()
    scene.shot("58_today_keys")


def backup_on_close(scene: Scene, _notes: Notes) -> None:
    """Close the main window: it backs up by itself and asks nothing."""
    window = scene.window
    window.close()
    scene.hand.settle()
    scene.check(held=not window.isVisible(), words="the window is closed")
    [row, *_] = scene.services.backup.register()
    made = (row.cause, row.outcome) == (BackupCause.ON_CLOSE, BackupOutcome.DONE)
    scene.check(held=made, words="a backup was made on closing")
    window.show()


def _add(scene: Scene, stick: Path) -> None:
    """Choose the stick; on the disk of this PC that is warned of first."""
    scene.program.plan_file(stick)

    def go_on(window: QWidget) -> None:
        press_words(window, "이곳에 백업")

    def name_it(window: QWidget) -> None:
        press_words(window, "적어 넣기")

    with scene.meanwhile(go_on, name_it):
        scene.click("backup.add")
    scene.hand.settle()
    scene.check(held=len(scene.services.backup_targets.states()) == 1, words="a place is added")


def _damage(scene: Scene, stick: Path) -> None:
    """Spoil the backup for a moment: it is no backup any more, and the screen says so."""
    database = next(stick.rglob("office.db"))
    content = database.read_bytes()
    database.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    scene.go("keys")
    scene.tab("keys.tabs", "백업")
    scene.hand.settle()
    scene.shot("57_backup_damaged")
    [target] = scene.services.backup_targets.states()
    scene.check(held=target.state is TargetState.DAMAGED, words="damage is seen")
    scene.check(held=scene.services.protection.look().days is None, words="it does not count")
    database.write_bytes(content)
    [target] = scene.services.backup_targets.states()
    scene.check(held=target.state is TargetState.SOUND, words="the backup is whole again")
