"""A hint while typing: somebody who may be the same person is already here."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.likeness import Alike, told_of
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.same_person import Same
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.last_asked import LastAsked
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.people.group_section import GroupSection
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.wording.labels import label

_WORDS = {
    Alike.CARE_NUMBER: "인정번호가 같은 분",
    Alike.NAME_AND_BIRTH: "이름과 생년월일이 같은 분",
    Alike.NAME_AND_PHONE: "이름과 전화번호가 같은 분",
    Alike.BIRTH_AND_PHONE: "생년월일과 전화번호가 같은 분",
    Alike.SPELLING: "생년월일이 같고 이름이 비슷한 분",
}
_OF_BEFORE = "등록한 뒤에 그분의 자료도 살펴 주세요."


class TwinHint(QWidget):
    """`person_wanted(id)` shows the other one; `link_wanted(id)` takes them as the guardian.

    Everybody is looked through beside the screen; only the newest question is answered.
    """

    person_wanted = Signal(object)
    link_wanted = Signal(object)

    def __init__(self, kit: Kit, search: PeopleSearch, background: Background) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._search = search
        self._question = LastAsked(background, self)
        self._twin: PersonLine | None = None
        self._kind: PersonKind | None = None
        self._links, self._tied = False, frozenset[int]()
        self._number: FieldEdit | None = None
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
        told = told_of(
            _typed(task, sections, "identity", "name"),
            _typed(task, sections, "identity", "birth"),
            _typed(task, sections, "identity", "mobile")
            or _typed(task, sections, "identity", "phone"),
            _typed(task, sections, "entitlement", "ltc_number"),
        )
        self._kind = task.kind
        self._links, self._tied = task.recipient is not None, task.tied
        self._number = _edit(sections, "entitlement", "ltc_number")
        mine = task.card.person.id if task.card is not None else 0
        self._question.ask(partial(self._search.twins, task.kind, told, mine), self._show)

    def clear(self) -> None:
        """Tell of nobody: another form begins."""
        self._question.forget()
        self._number = None
        self._show([])

    def _show(self, found: Sequence[Same]) -> None:
        self._twin = found[0].line if found else None
        self.setVisible(bool(found))
        if self._twin is None:
            return
        self.button.say("보호자로 연결하기" if self._may_tie(self._twin) else "그분 보기")
        told = f"{self._twin.name} · {second_line(self._twin)}"
        kind = self._twin.person.kind
        here = "이미 있습니다" if kind is self._kind else f"{label(kind)}로 있습니다"
        words = f"{_WORDS[found[0].why]}이 {here}."
        self.banner.say("warn", words, *filter(None, (told, self._why_not(self._twin))))
        if found[0].why is Alike.CARE_NUMBER and self._number is not None:
            # The hint stands far above this field.
            self._number.field.set_warning(f"{words} {told}")

    def _may_tie(self, twin: PersonLine) -> bool:
        return self._links and not self._why_not(twin)

    def _why_not(self, twin: PersonLine) -> str:
        """Say why somebody who is here is not tied, or what else to do about them."""
        if twin.person.kind is not self._kind:
            return _OF_BEFORE
        if not self._links:
            return ""
        if twin.id in self._tied:
            return "이미 이 수급자의 보호자입니다."
        return "" if twin.person.state is PersonState.ACTIVE else "종료한 분이라 이을 수 없습니다."

    @Slot()
    def _go(self) -> None:
        if self._twin is not None:
            wanted = self.link_wanted if self._may_tie(self._twin) else self.person_wanted
            wanted.emit(self._twin.id)


def _typed(task: FormTask, sections: Mapping[str, GroupSection], group: str, field: str) -> str:
    """Return a value as it would be stored, as it is stored where it is not shown yet."""
    edit = _edit(sections, group, field)
    return task.stored(group).get(field, "") if edit is None else edit.stored() or ""


def _edit(sections: Mapping[str, GroupSection], group: str, field: str) -> FieldEdit | None:
    section = sections.get(group)
    return section.edits.get(field) if section is not None else None
