"""Views of the people list: applied, counted, kept per office, and the last one remembered."""

import json
from collections.abc import Mapping
from dataclasses import replace

from easycare_desktop.domain.list_views import (
    LONGEST_NAME,
    Attention,
    Care,
    ListView,
    ViewNameError,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.signal_rules import SignalTopic
from easycare_desktop.services.care_services import CareServices
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_index import Chosen
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.services.signals import SignalService
from easycare_desktop.services.unnamed import without_names

_VIEWS, _LAST = "views", "views.last"


class ListViewService:
    """Use cases of views. A view names codes alone, and its name names nobody."""

    def __init__(self, office: OpenOffice, search: PeopleSearch, signals: SignalService) -> None:
        self._office = office
        self._door = office.door
        self._search, self._signals = search, signals
        self._care_services = CareServices(office)
        self._last: ListView | None = None

    def chosen(self, view: ListView) -> Chosen:
        """Return whom a view shows now."""
        wanted = [self.people_of(view.care)] if view.care else []
        wanted += [self._care_services.receiving(view.service)] if view.service else []
        among = frozenset.intersection(*wanted) if wanted else None
        return Chosen(frozenset(view.kinds), view.state, view.grade, among, view.sort, view.job)

    def opens_for(self, view: ListView) -> bool:
        """Tell whether `chosen` has to look at more than the lines in memory."""
        return view.care is not None or bool(view.service)

    def people_of(self, care: Care) -> frozenset[int]:
        """Return the persons in use that a topic is about."""
        if care is Attention.TWICE:
            return self._search.twice()
        found = self._signals.all()
        if care is Attention.ANY:
            return frozenset(found)
        return frozenset(
            person_id
            for person_id, signals in found.items()
            if any(each.topic is care for each in signals)
        )

    def counts(self) -> Mapping[Care, int]:
        """Return how many people each topic is about."""
        found = self._signals.all()
        counts: dict[Care, int] = dict.fromkeys(SignalTopic, 0)
        for signals in found.values():
            for topic in {each.topic for each in signals}:
                counts[topic] += 1
        return counts | {Attention.ANY: len(found), Attention.TWICE: len(self._search.twice())}

    def jobs(self) -> Mapping[str, int]:
        """Return how many employees in use there are of each occupation, at once."""
        return self._search.jobs()

    def services(self) -> Mapping[str, int]:
        """Return how many recipients in use receive each service; of very many it takes a while."""
        return self._care_services.counts()

    def all(self) -> tuple[ListView, ...]:
        """Return the views that are kept, by name."""
        with self._door.enter(Action.PEOPLE_LISTED, detail="views") as step:
            return self._kept(step)

    def last(self) -> ListView:
        """Return the view that was used last; read once, when the office is opened."""
        if self._last is None:
            with self._door.enter(Action.PEOPLE_LISTED, detail="views") as step:
                told = step.uow.meta.get(_LAST)
            self._last = ListView.of(json.loads(told)) if told else ListView()
        return self._last

    def use(self, view: ListView) -> None:
        """Remember a view as the last one."""
        with self._door.enter(Action.VIEW_KEPT, detail="last") as step:
            step.uow.meta.put(_LAST, json.dumps(view.told()))
        self._last = view

    def keep(self, view: ListView, name: str) -> ListView:
        """Keep a view under a name, in place of another of that name.

        Raises `ViewNameError`, and `NameInTextError` where the name is somebody's.
        """
        plain = without_names(self._office.index, name, "name")
        if not 0 < len(plain) <= LONGEST_NAME:
            raise ViewNameError("name")
        kept = replace(view, name=plain)
        with self._door.enter(Action.VIEW_KEPT, detail="keep") as step:
            others = [each for each in self._kept(step) if each.name != plain]
            self._put(step, [*others, kept])
        return kept

    def drop(self, name: str) -> None:
        """Forget the view with this name."""
        with self._door.enter(Action.VIEW_KEPT, detail="drop") as step:
            self._put(step, [each for each in self._kept(step) if each.name != name])

    def _kept(self, step: Step) -> tuple[ListView, ...]:
        told = json.loads(step.uow.meta.get(_VIEWS, "[]"))
        return tuple(sorted(map(ListView.of, told), key=lambda each: each.name))

    def _put(self, step: Step, views: list[ListView]) -> None:
        step.uow.meta.put(_VIEWS, json.dumps([each.told() for each in views], ensure_ascii=False))
