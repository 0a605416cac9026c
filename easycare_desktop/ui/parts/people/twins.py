"""A hint while typing: somebody who may be the same person is already here."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.same_person import Alike, facts_of
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.people.group_section import GroupSection
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.widgets import Kit, column

_WORDS = {
    Alike.CARE_NUMBER: "인정번호가 같은 분이 이미 있습니다.",
    Alike.NAME_AND_BIRTH: "이름과 생년월일이 같은 분이 이미 있습니다.",
    Alike.NAME_AND_PHONE: "이름과 전화번호가 같은 분이 이미 있습니다.",
    Alike.BIRTH_AND_PHONE: "생년월일과 전화번호가 같은 분이 이미 있습니다.",
    Alike.SPELLING: "생년월일이 같고 이름이 비슷한 분이 이미 있습니다.",
}


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

    def look(self, task: FormTask, sections: Mapping[str, GroupSection]) -> None:
        """Look for somebody who is already registered; go away where there is nobody.

        Of a correction only those count whom what is stored does not tell of already.
        """
        known = set[int]()
        if task.card is not None:
            mine = task.card.person.id
            known = {mine, *(each.id for each in self._search.twins_of(mine))}
        facts = facts_of(
            _typed(task, sections, "identity", "name"),
            _typed(task, sections, "identity", "birth"),
            _typed(task, sections, "identity", "mobile")
            or _typed(task, sections, "identity", "phone"),
            _typed(task, sections, "entitlement", "ltc_number"),
        )
        found = [each for each in self._search.twins(task.kind, facts) if each.line.id not in known]
        self._twin = found[0].line if found else None
        self._links = task.recipient is not None
        self.setVisible(self._twin is not None)
        if self._twin is not None:
            self.button.say("보호자로 연결" if self._links else "그분 보기")
            told = f"{self._twin.name} · {second_line(self._twin)}"
            self.banner.say("warn", _WORDS[found[0].why], told)
            edit = _edit(sections, "entitlement", "ltc_number")
            if found[0].why is Alike.CARE_NUMBER and edit is not None:
                # The hint stands far above this field.
                edit.field.set_warning(f"{_WORDS[Alike.CARE_NUMBER]} {told}")

    @Slot()
    def _go(self) -> None:
        if self._twin is None:
            return
        (self.link_wanted if self._links else self.person_wanted).emit(self._twin.id)


def _typed(task: FormTask, sections: Mapping[str, GroupSection], group: str, field: str) -> str:
    """Return a value as it would be stored, as it is stored where it is not shown yet."""
    edit = _edit(sections, group, field)
    return task.stored(group).get(field, "") if edit is None else edit.stored() or ""


def _edit(sections: Mapping[str, GroupSection], group: str, field: str) -> FieldEdit | None:
    section = sections.get(group)
    return section.edits.get(field) if section is not None else None
