"""Whose list, what for, and the password that opens the file."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.ui.parts.shared.leaving_fields import LeavingFields
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.wording.labels import label


class OrderCard(QFrame):
    """`changed()` when another kind or another range of people was chosen."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        kinds: Sequence[PersonKind],
        rule: Callable[[str, Iterable[str]], None],
    ) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.kinds = kit.combo([(kind, label(kind)) for kind in kinds], kinds[0])
        self.kinds.setObjectName("export.kind")
        self.kind = kit.field("누구의 목록인가요?", self.kinds)
        self.all = kit.radio("")
        self.all.setObjectName("export.all")
        self.listed = kit.radio("")
        self.listed.setObjectName("export.listed")
        self.everybody = kit.text("", wrap=True)
        self.leaving = LeavingFields("export", kit, rule, "12월 자체 점검")
        self.setLayout(
            column(
                self.kind,
                column(self.listed, self.all, self.everybody, gap=0),
                self.leaving,
                None,
                margins=(20, 16, 20, 16),
                gap=12,
            )
        )
        self.kinds.chosen.connect(self._tell)
        self.listed.toggled.connect(self._tell)

    def show_counts(self, listed: int, every: int) -> None:
        """Say how many people of the kind stand in the list, and how many there are."""
        words = label(self.kinds.value() or PersonKind.RECIPIENT)
        self.listed.setText(f"지금 목록에 보이는 {words} {listed:,}명")
        self.all.setText(f"기초자료에 있는 {words} 모두 {every:,}명")
        for each in (self.listed, self.all):
            each.setAccessibleName(each.text())
        self.everybody.setText(self.all.text())
        choice = 0 < listed < every
        for each in (self.listed, self.all):
            each.setVisible(choice)
        self.everybody.setVisible(not choice)
        if not choice:
            self.all.setChecked(True)

    @property
    def listed_only(self) -> bool:
        """Whether only the people of the list go out."""
        return self.listed.isVisibleTo(self) and self.listed.isChecked()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
