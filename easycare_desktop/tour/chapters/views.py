"""The list is narrowed to whom there is something to do for, sorted, and kept under a name."""

from easycare_desktop.domain.list_views import Sort
from easycare_desktop.domain.signal_rules import SignalTopic
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_NAME = "이달 갱신"


def views(scene: Scene, notes: Notes) -> None:
    """Narrow and sort the list, keep the view, take it off again."""
    del notes
    services = scene.services
    scene.go("people")
    scene.type("people.search", "", clear=True)
    scene.click("people.order")
    count = services.views.counts()[SignalTopic.RENEWAL]
    scene.choose("views.care", f"갱신할 때가 된 분 ({count:,})")
    scene.choose("views.sort", "만료일순")
    scene.type("views.name", _NAME)
    scene.shot("23_view")
    scene.click("views.show")
    scene.hand.settle()
    scene.shot("24_view_shown")
    (kept,) = services.views.all()
    scene.check(held=kept.name == _NAME, words="the view is kept")
    scene.check(held=services.views.last().sort is Sort.VALID_UNTIL, words="and remembered")
    scene.click("people.clear_view")
    scene.click("people.order")
    scene.choose("views.sort", "이름순")
    scene.click("views.everybody")
    scene.hand.settle()
