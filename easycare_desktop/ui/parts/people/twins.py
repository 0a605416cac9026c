"""A hint while registering: somebody with this name and day of birth is already here."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.people.group_section import GroupSection
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.widgets import Kit, column


class TwinHint(QWidget):
    """`person_wanted(id)` shows the other one; `link_wanted(id)` takes them as the guardian."""

    person_wanted = Signal(object)
    link_wanted = Signal(object)

    def __init__(self, kit: Kit, search: PeopleSearch) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._search = search
        self._twin: PersonLine | None = None
        self._links = False
        self.button = kit.button("그분 보기", "secondary", fit="row")
        self.button.setObjectName("people.twin")
        self.button.clicked.connect(self._go)
        self.banner = kit.banner("warn", "", action=self.button)
        self.setLayout(column(self.banner, gap=0))
        self.hide()

    def look(self, task: FormTask, identity: GroupSection) -> None:
        """Look for somebody who is already registered; go away where there is nobody."""
        values = {
            code: identity.edits[code].stored() or ""
            for code in ("name", "birth", "mobile")
            if code in identity.edits
        }
        found = self._search.twins(
            task.kind, values.get("name", ""), values.get("birth", ""), values.get("mobile", "")
        )
        self._twin = found[0] if found else None
        self._links = task.recipient is not None
        self.setVisible(self._twin is not None)
        if self._twin is not None:
            self.button.say("보호자로 잇기" if self._links else "그분 보기")
            same = "이름과 전화번호가" if self._links else "이름과 생년월일이"
            self.banner.say(
                "warn",
                f"{same} 같은 분이 이미 있습니다.",
                f"{self._twin.name} · {second_line(self._twin)}",
            )

    @Slot()
    def _go(self) -> None:
        if self._twin is None:
            return
        (self.link_wanted if self._links else self.person_wanted).emit(self._twin.id)
