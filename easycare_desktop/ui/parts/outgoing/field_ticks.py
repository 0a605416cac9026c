"""Which fields go out: ticked one by one, group by group; what is delicate never with others."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.exporting import is_delicate
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.ui.widgets import Kit, column, hide_unless, holder, line, row
from easycare_desktop.ui.widgets.tick import CheckBox

_DELICATE = "민감"


class GroupTicks(QWidget):
    """The fields of one item group. `changed()` when a tick was set or taken."""

    changed = Signal()

    def __init__(self, kit: Kit, kind: PersonKind, group: ItemGroup, title: str) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.boxes: dict[FieldRef, CheckBox] = {}
        self._plain: list[CheckBox] = []
        self.every = kit.button("모두", "quiet", fit="row", name=f"{title} 모두 고르기")
        self.every.setObjectName(f"export.every.{kind.value}.{group.code}")
        self.every.clicked.connect(self._turn_every)
        form = kit.form(3)
        for field in group.fields:
            delicate = is_delicate(group, field.code)
            box = kit.check(f"{field.label} ({_DELICATE})" if delicate else field.label)
            box.setObjectName(f"export.{kind.value}.{group.code}.{field.code}")
            box.toggled.connect(self._tell)
            self.boxes[FieldRef(kind, group.code, field.code)] = box
            if not delicate:
                self._plain.append(box)
            form.add(box)
        hide_unless(self.every, len(self._plain) > 1)
        head = row(kit.text(title, "strong"), None, self.every)
        self.setLayout(column(head, form, gap=4))

    def tick(self, chosen: Sequence[FieldRef]) -> None:
        """Tick these fields and no others."""
        for ref, box in self.boxes.items():
            box.setChecked(ref in chosen)

    @Slot()
    def _turn_every(self) -> None:
        """Tick all plain fields, or none where all of them are ticked."""
        wanted = not all(box.isChecked() for box in self._plain)
        for box in self._plain:
            box.setChecked(wanted)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class FieldTicks(QFrame):
    """All groups of one kind of person. `changed()`; `chosen` stands in the order of columns."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._kit = kit
        self.groups: list[GroupTicks] = []
        self._place = column(gap=0)
        self._shown: QWidget | None = None
        note = "필요한 항목만 고르세요. 관리번호는 늘 함께 나갑니다."
        self.setLayout(
            column(
                kit.text("무엇을 내보낼까요?", "lead"),
                kit.text(note, wrap=True),
                self._place,
                margins=(20, 16, 20, 16),
                gap=10,
            )
        )

    def show_groups(
        self, groups: Sequence[tuple[PersonKind, ItemGroup, str]], first: Sequence[FieldRef]
    ) -> None:
        """Offer groups with their titles; `first` are ticked."""
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            self._shown.deleteLater()
        self.groups = [GroupTicks(self._kit, *each) for each in groups]
        parts: list[QWidget] = []
        for each in self.groups:
            each.tick(first)
            each.changed.connect(self.changed)
            parts += [line(), each]
        self._shown = holder(column(*parts, gap=10))
        self._place.addWidget(self._shown)

    @property
    def chosen(self) -> tuple[FieldRef, ...]:
        """The ticked fields."""
        return tuple(
            ref for each in self.groups for ref, box in each.boxes.items() if box.isChecked()
        )
