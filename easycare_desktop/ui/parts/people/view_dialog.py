"""목록 보기: whom the list shows, in which order; kept under a name, chosen again."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.list_views import Care, ListView, Sort
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.list_views import ListViewService
from easycare_desktop.ui.parts.shared.refused import understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.signals import CARE, SORTS

_EVERYBODY = "모두"
_OF_RECIPIENTS = frozenset({Sort.BIRTH, Sort.VALID_UNTIL})
_STATES = (PersonState.ACTIVE, PersonState.ENDING)
Choices = Sequence[tuple[str, str]]


class Offered(NamedTuple):
    """What an office of this kind may narrow by: grades, services and occupations, or nothing."""

    grades: Choices = ()
    services: Choices = ()
    jobs: Choices = ()


class ViewDialog(HouseDialog):
    """`chosen(ListView)` when the list is to show it."""

    chosen = Signal(object)

    def __init__(
        self,
        kit: Kit,
        views: ListViewService,
        now: ListView,
        offered: Offered,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "목록 보기", parent, width=600)
        self.setObjectName("views")
        self._views, self._now, self._offered = views, now, offered
        grades = offered.grades
        counts = views.counts()
        self.care = kit.field("누구를 볼까요?", kit.combo(_cares(counts), now.care))
        states = [(None, _EVERYBODY), *((each, label(each)) for each in _STATES)]
        self.state = kit.field("상태", kit.combo(states, now.state))
        self.grade = kit.field("장기요양등급", kit.combo([("", _EVERYBODY), *grades], now.grade))
        services = [("", _EVERYBODY), *offered.services]
        self.service = kit.field("급여종류", kit.combo(services, now.service))
        jobs = _counted(offered.jobs, views.jobs())
        self.job = kit.field("직종", kit.combo(jobs, now.job))
        sorts = [each for each in SORTS.items() if grades or each[0] not in _OF_RECIPIENTS]
        self.sort = kit.field("순서", kit.combo(sorts, now.sort))
        self.saved = kit.field("저장한 보기", kit.combo([("", "고르지 않음")], ""))
        self.name = kit.field(
            "이 보기의 이름",
            kit.line_edit(submits=True),
            "적으면 저장해 두고 다시 고를 수 있습니다. 예: 이달 갱신",
        )
        self.forget = kit.button("보기 지우기", "quiet")
        self._build(kit)
        self._fill("")

    def _build(self, kit: Kit) -> None:
        for name in ("care", "state", "grade", "service", "job", "sort", "saved", "name"):
            getattr(self, name).control.setObjectName(f"views.{name}")
        self.forget.setObjectName("views.forget")
        self.forget.clicked.connect(self._forget)
        self.saved.control.chosen.connect(self._take)
        form = kit.form(2)
        form.add(self.care, span=2)
        codes = zip((self.grade, self.service, self.job), self._offered, strict=True)
        form.add(self.state)
        for field, choices in codes:
            if choices:
                form.add(field)
            else:
                field.setParent(form)
                field.hide()
        form.add(self.sort)
        body = column(
            kit.text("목록 보기", "title", wrap=True),
            self.saved,
            form,
            self.name,
            None,
            margins=(28, 22, 28, 14),
            gap=14,
        )
        self.back = kit.button("취소", key="Esc")
        self.back.clicked.connect(self.reject)
        self.everybody = kit.button("모두 보기", "quiet")
        self.everybody.setObjectName("views.everybody")
        self.everybody.clicked.connect(self._all)
        self.show_it = kit.button("이렇게 보기", "primary", key="F4", writes=False)
        self.show_it.setObjectName("views.show")
        self.show_it.clicked.connect(self._show)
        self.name.control.submitted.connect(self._show)
        foot = kit.foot(self.show_it, others=[self.back], quiet=[self.everybody, self.forget])
        self.assemble(holder(body), foot, self.care.control)

    def _fill(self, chosen: str) -> None:
        """Offer the views that are kept."""
        kept = self._views.all()
        names = [("", "고르지 않음"), *((each.name, each.name) for each in kept)]
        self.saved.control.fill(names, chosen)
        self.saved.setVisible(bool(kept))
        self.forget.setVisible(bool(chosen))
        self.fit()

    def view(self) -> ListView:
        """Return what is chosen."""
        return ListView(
            name=self.saved.control.value() or "",
            kinds=self._now.kinds,
            care=self.care.control.value(),
            state=self.state.control.value(),
            grade=self.grade.control.value() or "",
            sort=self.sort.control.value() or self._now.sort,
            job=self.job.control.value() or "",
            service=self.service.control.value() or "",
        )

    def count_services(self, counts: Mapping[str, int]) -> None:
        """Say how many receive each service, once that is known."""
        chosen = self.service.control.value() or ""
        self.service.control.fill(_counted(self._offered.services, counts), chosen)

    @Slot(object)
    def _take(self, name: str) -> None:
        self.forget.setVisible(bool(name))
        view = next((each for each in self._views.all() if each.name == name), None)
        if view is None:
            return
        self._now = view
        self.care.control.choose(view.care)
        self.state.control.choose(view.state)
        self.grade.control.choose(view.grade)
        self.service.control.choose(view.service)
        self.job.control.choose(view.job)
        self.sort.control.choose(view.sort)

    @Slot()
    def _forget(self) -> None:
        self._views.drop(self.saved.control.value() or "")
        self._fill("")

    @Slot()
    def _all(self) -> None:
        self._leave(ListView(sort=self.sort.control.value() or self._now.sort))

    @Slot()
    def _show(self) -> None:
        view = self.view()
        self.name.control.commit()
        typed = self.name.control.text().strip()
        try:
            if typed:
                view = self._views.keep(view, typed)
        except InputRefusal as refusal:
            self.name.set_error(understood(refusal))
            self.name.control.setFocus()
            self.fit()
            return
        self._leave(view)

    def _leave(self, view: ListView) -> None:
        self.accept()
        self.chosen.emit(view)


def _counted(choices: Choices, counts: Mapping[str, int]) -> list[tuple[str, str]]:
    counted = [(code, f"{words} ({counts.get(code, 0):,})") for code, words in choices]
    return [("", _EVERYBODY), *counted]


def _cares(counts: Mapping[Care, int]) -> list[tuple[Care | None, str]]:
    counted = [(care, f"{words} ({counts.get(care, 0):,})") for care, words in CARE.items()]
    return [(None, _EVERYBODY), *counted]
