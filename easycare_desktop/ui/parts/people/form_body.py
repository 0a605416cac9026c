"""The sections of a form, made from the catalogue for one task."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.resident_numbers import PLACES, fits_birth
from easycare_desktop.domain.usual_lengths import Unusual
from easycare_desktop.services.drafts import OVER
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.people.group_section import GroupSection
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit, Read
from easycare_desktop.ui.widgets import Kit, card, column
from easycare_desktop.ui.wording.usual import unusual_words

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
        self._waiting: dict[str, str] = {}
        self._doubted = False
        self._inside: QWidget | None = None
        self._box: QVBoxLayout = column(gap=0)
        self.setLayout(self._box)

    def show_task(self, task: FormTask, groups: Sequence[ItemGroup]) -> None:
        """Make the sections anew."""
        self.sections, self._waiting = {}, {}
        self._doubted = False
        box = column(gap=12)
        for group in task.groups(groups):
            stored, version = task.stored(group.code), task.version(group.code)
            section = GroupSection(group, stored, version, self._kit, self._read, self._today)
            self.sections[group.code] = section
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
        self._put(box)

    def fill(self, values: Mapping[str, str]) -> None:
        """Show half-typed values as `half_typed` returned them; what has no field here waits."""
        here: set[str] = set()
        for code, section in self.sections.items():
            names = {f"{code}.{each.code}": each.code for each in section.group.fields}
            typed = {names[name]: text for name, text in values.items() if name in names}
            over = {name: values.get(f"{OVER}{code}.{name}", "") for name in typed}
            if typed:
                section.take_up(typed, over, int(values.get(f"{OVER}{code}", "0")))
            here |= set(names)
        bare = {name: name.removeprefix(OVER) for name in values}
        self._waiting = {
            name: values[name] for name, of in bare.items() if "." in of and of not in here
        }

    def half_typed(self) -> dict[str, str]:
        """Return every change as it is typed, named group.field, and what it is typed over."""
        kept = dict(self._waiting)
        for code, section in self.sections.items():
            typed = section.half_typed()
            if typed and section.version:
                kept[f"{OVER}{code}"] = str(section.version)
            for name, text in typed.items():
                kept[f"{code}.{name}"] = text
                if before := section.before.get(name):
                    kept[f"{OVER}{code}.{name}"] = before
        return kept

    def changed(self) -> Typed:
        """Return each group that differs from what is stored, with all its fields."""
        found = {code: section.changed() for code, section in self.sections.items()}
        return {code: typed for code, typed in found.items() if typed is not None}

    def overwrites(self, clean: Mapping[str, Mapping[str, str]]) -> bool:
        """Tell whether a value that is filled would change."""
        return any(
            old and clean[code].get(name, "") != old
            for code in clean
            for name, old in self.sections[code].before.items()
        )

    def complain(self, errors: Mapping[tuple[str, str], InputRefusal]) -> FieldEdit | None:
        """Show every error under its field; return the first field that has one."""
        for code, section in self.sections.items():
            mine = {name: wrong for (group, name), wrong in errors.items() if group == code}
            if mine:
                section.complain(mine)
        wrong = (section.first_wrong() for section in self.sections.values())
        return next((edit for edit in wrong if edit is not None), None)

    def behind(self, task: FormTask) -> bool:
        """Tell whether anything was stored since what is typed was typed over it."""
        return any(each.version != task.version(code) for code, each in self.sections.items())

    def catch_up(self, task: FormTask) -> list[str]:
        """Take in what somebody else has stored; return in words what was typed over as well."""
        told: list[str] = []
        for code, section in self.sections.items():
            if section.version != task.version(code):
                told += section.catch_up(task.stored(code), task.version(code))
        return told

    def say_unusual(self, look: Callable[[str, Mapping[str, str]], Unusual | None]) -> None:
        """Say under the fields what is not usual, as `look` finds it."""
        for code, section in self.sections.items():
            found = look(code, section.stored()) if section.edits else None
            if found is not None:
                words = unusual_words(found, section.group)
                section.edits[found.field].field.set_warning(words)

    def compare_births(self) -> None:
        """Say under the day of birth that a number which is kept tells of another one."""
        birth = self.sections["identity"].edits.get("birth")
        if birth is None:
            return
        told = [
            section.group.field(name).label
            for group, name in PLACES
            if (section := self.sections.get(group)) is not None
            and not fits_birth(self._number(section, name), birth.stored() or "")
        ]
        doubted, self._doubted = self._doubted, bool(told)
        if told:
            birth.field.set_warning(f"{told[0]}의 생년월일과 다릅니다. 서류와 맞춰 보아 주세요.")
        elif doubted:
            birth.understand()

    def _number(self, section: GroupSection, name: str) -> str:
        edit = section.edits.get(name)
        if edit is None:
            return section.before.get(name, "")
        return edit.stored() or ""

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
