"""What the law kept is over and gone: the person is told, by a paper of their own."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.documents.preview import text_of
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.tasks import Task, TaskKind
from easycare_desktop.tour.chapters.papers import make_paper
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def second_notice(scene: Scene, _notes: Notes) -> None:
    """Make the notice from the task of the day, and note how it was given."""
    before = _owed(scene)
    scene.check(held=bool(before), words="somebody is owed a second notice")
    task = before[0]
    scene.go("today")
    scene.click(f"today.{task.kind.value}.{task.subject}")
    scene.shot("66a_second_notice")
    kind = PaperKind.SECOND_NOTICE
    paper = make_paper(scene, "destroy.notice_paper", kind, kind.code)
    scene.check(held=task.name in text_of(paper.pdf), words="the notice names the person")
    scene.click("preview.back")
    with scene.meanwhile(_by_post):
        scene.click("destroy.notice_told")
    scene.check(held=len(_owed(scene)) == len(before) - 1, words="the notice is settled")
    scene.shot("66b_second_notice_settled")


def _owed(scene: Scene) -> list[Task]:
    tasks = scene.services.today.show().tasks
    return [each for each in tasks if each.kind is TaskKind.SECOND_NOTICE]


def _by_post(window: QWidget) -> None:
    press_words(window, "우편으로 보냄")
    press_words(window, "고르기")
