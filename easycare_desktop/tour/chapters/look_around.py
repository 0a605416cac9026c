"""Every page of the navigation, as the practice office shows it."""

from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

PAGES = (
    "today",
    "people",
    "consents",
    "cancel",
    "holdings",
    "destruction",
    "ledger",
    "papers",
    "keys",
    "review",
    "settings",
)


def look_around(scene: Scene, _notes: Notes) -> None:
    """Open every page of the navigation."""
    view = scene.services.today.show()
    scene.check(held=bool(view.overdue), words="something is overdue")
    scene.check(held=bool(view.due_today), words="something is due today")
    scene.check(held=bool(view.this_week), words="something is due this week")
    for number, page in enumerate(PAGES, 10):
        scene.go(page)
        scene.shot(f"{number}_{page}")
    scene.go("today")
