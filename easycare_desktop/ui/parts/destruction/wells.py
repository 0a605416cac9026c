"""Both sides in a dialog: what goes on the left, what stays with its last day on the right."""

from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.ui.parts.shared.sides import Sides
from easycare_desktop.ui.widgets import Kit, column, frame, holder, row


def wells(kit: Kit, sides: Sides, *, over: bool = False) -> QWidget:
    """Return the two wells; `over` when it has been done."""
    going = column(*[kit.text(line.what, wrap=True) for line in sides.goes], gap=4)
    staying = column(gap=4)
    for line in sides.stays:
        each = row(gap=12)
        each.addWidget(kit.text(line.what, wrap=True), 1)
        each.addWidget(kit.text(line.right, "body", "stay"))
        staying.addLayout(each)
    if not sides.goes:
        going.addWidget(kit.text("없습니다"))
    if not sides.stays:
        staying.addWidget(kit.text("없습니다"))
    both = row(gap=12)
    both.addWidget(
        _well(kit, "go", "파기한 것" if over else "파기합니다", sides.goes_chip, holder(going)), 42
    )
    both.addWidget(
        _well(kit, "stay", "남긴 것" if over else "남깁니다", sides.stays_chip, holder(staying)), 58
    )
    return holder(both)


def _well(kit: Kit, tone: str, title: str, chip: str, inside: QWidget) -> QFrame:
    go = tone == "go"
    head = row(
        kit.picture("file-x" if go else "folder-lock", f"{tone}_text"),
        kit.text(title, "strong", "go" if go else "stay"),
    )
    if chip:
        head.addWidget(kit.chip(chip, "go" if go else "stay"))
    head.addStretch(1)
    well = frame("well", column(head, 2, inside, None, margins=(16, 12, 16, 12), gap=4))
    well.setAccessibleName(title)
    return well
