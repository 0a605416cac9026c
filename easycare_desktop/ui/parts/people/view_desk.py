"""Which view the people list shows: chosen in its dialog, remembered, taken off with a press."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from easycare_desktop.domain.list_views import ListView
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people_index import Chosen
from easycare_desktop.ui.parts.people.person_list import PersonList
from easycare_desktop.ui.parts.people.view_dialog import ViewDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.signals import CARE, SORTS


class ViewDesk(QObject):
    """Stands between the list and what is remembered of it."""

    def __init__(self, kit: Kit, services: Services, people: PersonList) -> None:
        super().__init__(people)
        self._kit, self._services, self._list = kit, services, people
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
        now = ListView(
            self.view.name,
            tuple(kinds),
            self.view.care,
            self.view.state,
            self.view.grade,
            self.view.sort,
        )
        self.dialog = ViewDialog(
            self._kit, self._services.views, now, self._grades(), self._list.window()
        )
        self.dialog.chosen.connect(self.show)
        self.dialog.open()

    @Slot()
    def _clear(self) -> None:
        self.show(ListView(kinds=self.view.kinds, sort=self.view.sort))

    def _chosen(self) -> Chosen | Callable[[], Chosen]:
        choose = partial(self._services.views.chosen, self.view)
        return choose() if self.view.care is None else choose

    def _strip(self, kinds: tuple[PersonKind, ...]) -> tuple[PersonKind, ...]:
        offered = self._list.strip_values()
        return kinds if kinds in offered else ()

    def _grades(self) -> list[tuple[str, str]]:
        catalogue = self._services.office.catalogue
        kind = PersonKind.RECIPIENT
        if not catalogue.has_field("entitlement", "grade", kind):
            return []
        return list(catalogue.field("entitlement", "grade", kind).choices)

    def _tell(self) -> None:
        view = self.view
        parts = [
            CARE[view.care] if view.care else "",
            label(view.state) if view.state else "",
            dict(self._grades()).get(view.grade, ""),
        ]
        words = " · ".join(part for part in parts if part)
        named = f"{view.name}: {words}" if view.name and words else view.name or words
        self._list.tell_view(SORTS[view.sort], named, view.sort)
