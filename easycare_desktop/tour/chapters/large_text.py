"""Text at 150 and 200 per cent: nothing is cut."""

from easycare_desktop.tour.chapters.sign_in import open_office
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene
from easycare_desktop.ui.appearance.clip_check import clip_check

PAGES = ("today", "people", "consents", "cancel", "holdings", "destruction", "ledger", "returned")


def large_text(scene: Scene, notes: Notes) -> None:
    """Walk through the pages with large text."""
    scene.program.close_office()
    open_office(scene, notes)
    cut: list[str] = []
    for percent in (150, 200):
        scene.program.wear(percent)
        scene.hand.settle()
        for page in PAGES:
            scene.open_page(page)
            if page == "people":
                scene.type("people.search", "ㄱ", clear=True)
            cut += [f"{percent} {page}: {each}" for each in clip_check(scene.window)]
            if page in {"today", "people"}:
                scene.shot(f"7{percent // 50}_{page}_{percent}")
    scene.program.close_office()
    scene.hand.settle()
    scene.program.wear(100)
    open_office(scene, notes)
    scene.check(held=not cut, words="; ".join(cut[:8]))
