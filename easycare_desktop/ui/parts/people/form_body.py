"""The sections of a form, made from the catalogue for one task."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.holdings import HoldingContent
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.people.group_section import GroupSection
from easycare_desktop.ui.parts.people.words import shown
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit, Read
from easycare_desktop.ui.widgets import Kit, card, column

Typed = dict[str, dict[str, str]]


class FormBody(QWidget):
    """`edited` at each change, `left` when a field was left."""

    edited = Signal()
    left = Signal()

    def __init__(self, kit: Kit, read: Read, today: Callable[[], date]) -> None:
        super().__init__()
        self._kit, self._read, self._today = kit, read, today
        self.setProperty("part", "inside")
        self.sections: dict[str, GroupSection] = {}
        self._stored: dict[str, Mapping[str, str]] = {}
        self.versions: dict[str, int] = {}
        self._inside: QWidget | None = None
        self._box: QVBoxLayout = column(gap=0)
        self.setLayout(self._box)

    def show_task(self, task: FormTask, groups: Sequence[ItemGroup]) -> None:
        """Make the sections anew."""
        self.sections, self._stored, self.versions = {}, {}, {}
        box = column(gap=12)
        for group in task.groups(groups):
            stored = task.stored(group.code)
            section = GroupSection(group, stored, self._kit, self._read, self._today)
            self.sections[group.code] = section
            self._stored[group.code] = stored
            self.versions[group.code] = task.version(group.code)
            if task.unfolded(group.code):
                section.unfold()
            if group.code == "identity":
                section.show_more()
            section.edited.connect(self.edited)
            section.left.connect(self.left)
            box.addWidget(section)
        waiting = task.waiting(groups)
        if waiting:
            names = ", ".join(group.label for group in waiting)
            words = f"동의를 받은 뒤에 적습니다: {names}"
            box.addWidget(card(self._kit.text(words, "caption", wrap=True)))
        self._begin_guardian(task)
        self._put(box)

    def fill(self, values: Mapping[str, str]) -> None:
        """Show half-typed values, named group.field."""
        for code, section in self.sections.items():
            mine = {
                name.removeprefix(f"{code}."): text
                for name, text in values.items()
                if name.startswith(f"{code}.")
            }
            known = {each.code for each in section.group.fields}
            section.fill({name: text for name, text in mine.items() if name in known})

    def half_typed(self) -> dict[str, str]:
        """Return everything as it is typed, named group.field."""
        return {
            f"{code}.{name}": text
            for code, section in self.sections.items()
            for name, text in section.half_typed().items()
        }

    def changed(self) -> Typed:
        """Return each group that differs from what is stored, with all its fields."""
        found: Typed = {}
        for code, section in self.sections.items():
            kept = {
                name: text for name, text in self._stored[code].items() if name not in section.edits
            }
            typed = kept | section.typed()
            if typed != dict(self._stored[code]):
                found[code] = typed
        return found

    def overwrites(self, clean: Mapping[str, Mapping[str, str]]) -> bool:
        """Tell whether a value that is filled would change."""
        return any(
            old and clean[code].get(name, "") != old
            for code in clean
            for name, old in self._stored[code].items()
        )

    def complain(self, errors: Mapping[tuple[str, str], InputRefusal]) -> FieldEdit | None:
        """Show every error under its field; return the first field that has one."""
        for code, section in self.sections.items():
            mine = {name: wrong for (group, name), wrong in errors.items() if group == code}
            if mine:
                section.complain(mine)
        wrong = (section.first_wrong() for section in self.sections.values())
        return next((edit for edit in wrong if edit is not None), None)

    def changed_meanwhile(self, group: str, content: HoldingContent) -> list[str]:
        """Say under each field what somebody else has stored there; return the same in words."""
        before, section = self._stored[group], self.sections[group]
        self._stored[group] = content.values
        self.versions[group] = content.holding.version
        told = []
        for name, edit in section.edits.items():
            now = content.values.get(name, "")
            if now not in {before.get(name, ""), edit.text()}:
                words = shown(edit.item, now) or "비어 있음"
                edit.field.set_warning(f"지금 저장된 값: {words}")
                told.append(f"{edit.item.label} {words}")
        return told

    def _begin_guardian(self, task: FormTask) -> None:
        values = task.given()
        identity = self.sections.get("identity")
        if not values or identity is None:
            return
        identity.fill(values)
        identity.edits["recipient_number"].lock()

    def _put(self, box: QVBoxLayout) -> None:
        if self._inside is not None:
            self._box.removeWidget(self._inside)
            self._inside.setParent(None)
            self._inside.deleteLater()
        self._inside = QWidget()
        self._inside.setProperty("part", "inside")
        self._inside.setLayout(box)
        self._box.addWidget(self._inside)
        self._inside.show()
