"""The head of 기초자료: its title, and what can be begun from the list."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Actor, Right
from easycare_desktop.ui.parts.people.words import counts_words
from easycare_desktop.ui.widgets import Kit, column, hide_unless

_TITLE = "기초자료"


class PeopleTop(QWidget):
    """`back` is there only while a card hides the list, `drafts` for who may write.

    `actor`: who is signed in.
    """

    def __init__(self, kit: Kit, actor: Actor) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.new = kit.button("새로 등록", "primary", "user-plus", key="F2")
        self.new.setObjectName("people.new")
        self.bring = kit.button("엑셀에서 가져오기", "secondary", "table", writes=True)
        self.bring.setObjectName("people.import")
        self.back = kit.button("목록으로", "secondary", "arrow-left", key="Esc")
        self.back.setObjectName("people.list_back")
        self.drafts = kit.button("임시 보관함", "secondary", "inbox")
        self.drafts.setObjectName("people.drafts")
        writes = actor.may(Right.ENTER)
        hide_unless(self.drafts, writes)
        self._of_list = (self.bring, self.drafts) if writes else (self.bring,)
        self.head = kit.page_head(_TITLE, "", self.back, self.drafts, self.bring, self.new)
        self.note = self.head.note
        self.setLayout(column(self.head, margins=(24, 14, 24, 12)))

    def show_list(self, counts: Mapping[PersonKind, int]) -> None:
        """Say how many there are, beside what can be begun."""
        self.head.say(_TITLE, counts_words(counts))
        self.new.show()
        for button in self._of_list:
            button.setVisible(self.back.isHidden())

    def offer_way_back(self, *, offered: bool) -> None:
        """Offer the list where a card hides it; what begins from the list gives way."""
        self.back.setVisible(offered)
        for button in self._of_list:
            button.setVisible(not offered)

    def show_form(self, title: str) -> None:
        """Say what is being written; nothing else can be begun meanwhile."""
        self.head.say(title)
        for button in (self.new, self.bring, self.drafts, self.back):
            button.hide()
