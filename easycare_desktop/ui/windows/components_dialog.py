"""들어 있는 것과 사용 조건: the works of others in this program, and their licences."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.system.components import Component
from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder

_WORDS = (
    "Qt와 PySide6는 LGPL 3에 따라 바꾸지 않고 씁니다.",
    "글꼴 Pretendard GOV(SIL OFL 1.1)와 그림 Lucide(ISC)도 들어 있습니다.",
    "저마다의 조건은 프로그램 폴더의 「licences」에 있습니다.",
)
_ROWS = 5


class ComponentsDialog(HouseDialog):
    """A table to read."""

    def __init__(
        self, kit: Kit, components: tuple[Component, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit.appearance, "들어 있는 것과 사용 조건", parent, width=760)
        self.setObjectName("components")
        self._model = RowModel(
            (
                Column("이름", _name, width=200),
                Column("버전", _version, width=120),
                Column("사용 조건", _licence),
            ),
            _id,
        )
        self._model.show(list(components))
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self.table = kit.table(self._model, "들어 있는 것", rows_shown=_ROWS)
        self.leave = kit.button("닫기", "primary", key="Esc")
        self.leave.setObjectName("components.close")
        self.leave.clicked.connect(self.reject)
        words = [kit.text(each, wrap=True) for each in _WORDS]
        title = kit.text("들어 있는 것과 사용 조건", "title", wrap=True)
        body = holder(column(title, *words, self.table, margins=(24, 20, 24, 16), gap=8))
        self.assemble(body, kit.foot(self.leave), self.leave)


def _id(each: Component) -> str:
    return each.name


def _name(each: Component) -> Cell:
    return Cell(each.name)


def _version(each: Component) -> Cell:
    return Cell(each.version)


def _licence(each: Component) -> Cell:
    return Cell(each.licence)
