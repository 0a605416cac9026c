"""One item group of a form: required fields first, the optional ones folded below."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.catalogue import FieldKind, ItemField, ItemGroup
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.parts.shared.catching_up import catch_up
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit, Read
from easycare_desktop.ui.widgets import FormGrid, Kit, column, row
from easycare_desktop.ui.wording.labels import label


class GroupSection(QFrame):
    """A card; what is folded is built when it is opened. `edited` and `left` tell of any field.

    `before` and `version` are what is typed over.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        group: ItemGroup,
        stored: Mapping[str, str],
        version: int,
        kit: Kit,
        read: Read,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.group, self.before, self.version = group, stored, version
        self._kit, self._read, self._today = kit, read, today
        self.edits: dict[str, FieldEdit] = {}
        self._form: FormGrid = kit.form(3)
        self._build()

    def _build(self) -> None:
        kit, group = self._kit, self.group
        self.setProperty("part", "card")
        self.setObjectName(f"people.group.{group.code}")
        word = "펼쳐서 고치기" if self.before else "적기"
        self.fold = kit.button(
            word, "secondary", "chevron-down", fit="row", name=f"{group.label} {word}"
        )
        self.fold.setObjectName(f"people.group.{group.code}.open")
        self.fold.clicked.connect(self.unfold)
        why = kit.text(f"{group.purpose} · {label(group.basis)}", "caption", wrap=True)
        why.setToolTip(group.basis_article)
        title = column(kit.text(group.label, "lead"), why, gap=2)
        head = row(gap=12)
        head.addLayout(title, 1)
        head.addWidget(self.fold)
        self.more = kit.button(
            "더 적기", "quiet", "chevron-down", fit="row", name=f"{group.label} 더 적기"
        )
        self.more.setObjectName(f"people.group.{group.code}.more")
        self.more.clicked.connect(self.show_more)
        self.more.hide()
        self._box = column(head, margins=(20, 14, 20, 14), gap=12)
        self.setLayout(self._box)

    def typed(self) -> dict[str, str]:
        """Return what is typed, field by field; empty fields are left out."""
        return {code: text for code, edit in self.edits.items() if (text := edit.text())}

    def half_typed(self) -> dict[str, str]:
        """Return what stands in the fields that differ from before, for a draft."""
        texts = {code: edit.half_typed() for code, edit in self.edits.items()}
        return {
            code: text for code, text in texts.items() if text.strip() != self.before.get(code, "")
        }

    def changed(self) -> dict[str, str] | None:
        """Return all fields where any differs from before."""
        folded = {code: text for code, text in self.before.items() if code not in self.edits}
        typed = folded | self.typed()
        return typed if typed != dict(self.before) else None

    def fill(self, values: Mapping[str, str]) -> None:
        """Show half-typed values; unfolds what they need."""
        if not values:
            return
        self.unfold()
        if any(code not in self.edits for code in values):
            self.show_more()
        for code, text in values.items():
            self.edits[code].put(text)

    def take_up(self, typed: Mapping[str, str], over: Mapping[str, str], version: int) -> None:
        """Show half-typed values as they were left, with what they were typed over."""
        self.fill(typed)
        before = {**self.before, **over}
        self.before = {code: text for code, text in before.items() if text}
        self.version = version

    def catch_up(self, stored: Mapping[str, str], version: int) -> list[str]:
        """Take in what somebody else has stored; return in words what was typed over as well."""
        before, self.before, self.version = self.before, stored, version
        return catch_up(self.edits, before, stored)

    def complain(self, errors: Mapping[str, InputRefusal]) -> None:
        """Show each error under its field."""
        self.unfold()
        if any(code not in self.edits for code in errors):
            self.show_more()
        for code, refusal in errors.items():
            self.edits[code].complain(refusal)

    def stored(self) -> dict[str, str]:
        """Return what is typed as it would be stored; what does not fit is left out."""
        found = {code: edit.stored() for code, edit in self.edits.items() if edit.text()}
        return {code: text for code, text in found.items() if text}

    def first_wrong(self) -> FieldEdit | None:
        """Return the first field with an error."""
        return next((edit for edit in self.edits.values() if edit.field.error), None)

    @Slot()
    def unfold(self) -> None:
        """Show the fields: the required ones, or all where none is required."""
        self.fold.hide()
        if self.edits:
            return
        required = [item for item in self.group.fields if item.required]
        self._box.addWidget(self._form)
        self._add(required or self.group.fields)
        if len(self.edits) < len(self.group.fields):
            self._box.addLayout(row(self.more, None))
            self.more.show()
        if any(code not in self.edits for code in self.before):
            self.show_more()

    @Slot()
    def show_more(self) -> None:
        """Show the optional fields too."""
        self.unfold()
        self.more.hide()
        self._add([item for item in self.group.fields if item.code not in self.edits])

    def _add(self, items: Iterable[ItemField]) -> None:
        for item in items:
            edit = FieldEdit(item, self._kit, self._read, self._today, self)
            edit.field.control.setObjectName(f"people.{self.group.code}.{item.code}")
            edit.put(self.before.get(item.code, ""))
            edit.edited.connect(self.edited)
            edit.left.connect(self.left)
            self.edits[item.code] = edit
            self._form.add(edit.field, span=3 if item.kind is FieldKind.LONG_TEXT else 1)
