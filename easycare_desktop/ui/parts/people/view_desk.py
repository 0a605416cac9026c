"""Which view the people list shows: chosen in its dialog, remembered, taken off with a press."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from easycare_desktop.domain.list_views import ListView
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people_index import Chosen
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.people.person_list import PersonList
from easycare_desktop.ui.parts.people.view_dialog import Offered, ViewDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.signals import CARE, SORTS


class ViewDesk(QObject):
    """Stands between the list and what is remembered of it."""

    def __init__(
        self, kit: Kit, services: Services, people: PersonList, background: Background
    ) -> None:
        super().__init__(people)
        self._kit, self._services, self._list = kit, services, people
        self._background = background
        self.view = services.views.last()
        people.choice.narrow_by(self._chosen)
        people.kinds.choose(self._strip(self.view.kinds))
        people.order.clicked.connect(self.ask)
        people.clear_view.clicked.connect(self._clear)
        self._tell()

    def show(self, view: ListView) -> None:
        """Let the list show a view, and remember it."""
        self.view = view
        self._services.views.use(view)
        self._list.kinds.choose(self._strip(view.kinds))
        self._tell()
        self._list.refresh()

    @Slot()
    def ask(self) -> None:
        """Open the dialog."""
        kinds = self._list.kinds.value() or ()
        now = replace(self.view, kinds=tuple(kinds))
        views, offered = self._services.views, self._offered()
        self.dialog = ViewDialog(self._kit, views, now, offered, self._list.window())
        self.dialog.chosen.connect(self.show)
        if offered.services and self._services.search.is_quick():
            self.dialog.count_services(views.services())
        elif offered.services:
            self._background.run(views.services, self._count_services)
        self.dialog.open()

    @Slot(object)
    def _count_services(self, counts: Mapping[str, int]) -> None:
        if isValid(self.dialog) and self.dialog.isVisible():
            self.dialog.count_services(counts)

    @Slot()
    def _clear(self) -> None:
        self.show(ListView(kinds=self.view.kinds, sort=self.view.sort))

    def _chosen(self) -> Chosen | Callable[[], Chosen]:
        views = self._services.views
        choose = partial(views.chosen, self.view)
        return choose if views.opens_for(self.view) else choose()

    def _strip(self, kinds: tuple[PersonKind, ...]) -> tuple[PersonKind, ...]:
        offered = self._list.strip_values()
        return kinds if kinds in offered else ()

    def _offered(self) -> Offered:
        recipient, staff = PersonKind.RECIPIENT, PersonKind.STAFF
        return Offered(
            grades=self._choices("entitlement", "grade", recipient),
            services=self._choices("care_contract", "service", recipient),
            jobs=self._choices("employment", "job", staff),
        )

    def _choices(self, group: str, field: str, kind: PersonKind) -> tuple[tuple[str, str], ...]:
        catalogue = self._services.office.catalogue
        known = catalogue.has_field(group, field, kind)
        return catalogue.field(group, field, kind).choices if known else ()

    def _tell(self) -> None:
        view, offered = self.view, self._offered()
        parts = [
            CARE[view.care] if view.care else "",
            label(view.state) if view.state else "",
            dict(offered.grades).get(view.grade, ""),
            dict(offered.services).get(view.service, ""),
            dict(offered.jobs).get(view.job, ""),
        ]
        words = " · ".join(part for part in parts if part)
        named = f"{view.name}: {words}" if view.name and words else view.name or words
        self._list.tell_view(SORTS[view.sort], named, view.sort)
