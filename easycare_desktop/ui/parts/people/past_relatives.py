"""Who was tied to a person once: until when, and why it ended."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.relations import EndedLink
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.ui.widgets import Kit, column, frame, holder, row
from easycare_desktop.ui.wording.labels import label

_GONE = "자료가 없는 분"


def past_relatives(
    kit: Kit, search: PeopleSearch, card: PersonCard, past: Iterable[EndedLink]
) -> QWidget:
    """Return the lines under their own head; whoever is gone is not named."""
    box = column(frame("row", row(kit.text("지난 관계", "label"), margins=(20, 8, 16, 4))), gap=0)
    for each in past:
        mine = each.recipient_id == card.person.id
        other = search.line(each.guardian_id if mine else each.recipient_id)
        name = other.name if other is not None else _GONE
        told = f"{each.ended_on:%Y-%m-%d}까지 · {label(each.reason)}"
        words = column(kit.text(name, "strong"), kit.text(told, "caption", wrap=True), gap=2)
        box.addWidget(frame("row", row(words, margins=(20, 6, 12, 6))))
    return holder(box)
