"""두 번 등록된 분 합치기: whose number stays, which value wins, what moves along."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.merging import FieldPair, Place
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.merging import MergePreview
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.people.words import covered_words, second_line
from easycare_desktop.ui.parts.shared.refused import tell, understood
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, well
from easycare_desktop.ui.widgets.choice_strip import ChoiceStrip

_REFUSED = "합치지 못했습니다"


class MergeDialog(HouseDialog):
    """`merged(Merge)` once it is done. Nothing is stored before 합치기 is pressed."""

    merged = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        preview: MergePreview,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "두 번 등록된 분 합치기", parent, width=760)
        self.setObjectName("merge")
        self._kit, self._services, self._messages = kit, services, messages
        self._preview = preview
        self.strips: dict[Place, ChoiceStrip[bool]] = {}
        self._build(kit)
        self._show()

    def _build(self, kit: Kit) -> None:
        both = (self._preview.keeper, self._preview.gone)
        numbers = [(each.id, _who(each)) for each in both]
        self.keeper = kit.field(
            "어느 번호를 남길까요?", kit.choice(numbers, self._preview.keeper.id)
        )
        self.keeper.control.setObjectName("merge.keeper")
        self.keeper.control.chosen.connect(self._swap)
        self._pairs = holder(column())
        self._moves, self._rest = (kit.text("", wrap=True) for _ in range(2))
        self.why = kit.field(
            "합치는 사유",
            kit.line_edit(submits=True),
            "이력에 남습니다. 예: 엑셀에서 두 번 들어옴",
            required=True,
        )
        self.why.control.setObjectName("merge.why")
        self.why.control.submitted.connect(self._merge)
        self._column = column(
            kit.text(f"{both[0].name} 님을 한 번호로 합칩니다", "title", wrap=True),
            self.keeper,
            self._pairs,
            well(self._moves, self._rest),
            self.why,
            None,
            margins=(28, 22, 28, 14),
            gap=14,
        )
        self.cancel = kit.button("취소", key="Esc")
        self.cancel.clicked.connect(self.reject)
        self.go = kit.button("합치기", "primary", key="F4")
        self.go.setObjectName("merge.go")
        self.go.clicked.connect(self._merge)
        foot = kit.foot(self.go, others=[self.cancel])
        self.assemble(holder(self._column), foot, self.cancel)

    def _show(self) -> None:
        """Show which values differ, and what moves."""
        preview, kit = self._preview, self._kit
        self.strips = {}
        box = column(gap=10)
        differing = [each for each in preview.pairs if each.differs]
        title = "값이 다른 칸: 어느 값을 쓸까요?" if differing else "서로 다른 값이 없습니다."
        box.addWidget(kit.text(title, "lead", wrap=True))
        for group in preview.apart:
            box.addWidget(kit.banner("warn", *_apart(group)))
        for pair in differing:
            box.addWidget(self._choice(pair))
        fresh = holder(box)
        self._column.replaceWidget(self._pairs, fresh)
        self._pairs.deleteLater()
        self._pairs = fresh
        self._moves.setText(f"함께 옮깁니다: {_moving(preview)}")
        until = f"{preview.until:%Y-%m-%d}"
        self._rest.setText(
            f"쓰지 않게 된 값은 {until}까지 두었다가 파기합니다. 그날까지 되돌릴 수 있습니다."
        )
        self.fit()

    def _choice(self, pair: FieldPair) -> QWidget:
        group = next(each for each in self._preview.groups if each.code == pair.group)
        item = group.field(pair.field)
        kept, other = (covered_words(item, text) for text in (pair.kept, pair.other))
        if kept == other:
            people = self._preview.keeper.person, self._preview.gone.person
            kept, other = (f"{kept} ({each.number})" for each in people)
        strip = self._kit.choice([(False, kept), (True, other)], value=False)
        strip.setObjectName(f"merge.{pair.group}.{pair.field}")
        self.strips[pair.place] = strip
        return self._kit.field(f"{group.label} · {item.label}", strip)

    @Slot(object)
    def _swap(self, keeper_id: object) -> None:
        preview = self._preview
        if keeper_id == preview.keeper.id:
            return
        try:
            self._preview = self._services.merging.preview(preview.gone.id, preview.keeper.id)
        except Refusal as refusal:
            self.reject()
            tell(self._messages, _REFUSED, refusal)
            return
        self._show()

    @Slot()
    def _merge(self) -> None:
        self.why.control.commit()
        chosen = frozenset(place for place, strip in self.strips.items() if strip.value())
        try:
            merge = self._services.merging.merge(self._preview, chosen, self.why.control.text())
        except InputRefusal as refusal:
            self.why.set_error(understood(refusal))
            self.why.control.setFocus()
            self.fit()
            return
        except Refusal as refusal:
            self.reject()
            tell(self._messages, _REFUSED, refusal)
            return
        self.accept()
        self.merged.emit(merge)


def _who(line: PersonLine) -> str:
    return f"{line.name} · {second_line(line)}"


def _apart(group: ItemGroup) -> tuple[str, str]:
    what = group.label.split("(")[0]
    return (
        f"{what}이 서로 다릅니다.",
        f"둘 다 쓰시려면 먼저 남길 분의 「{group.label}」에 적어 주세요.",
    )


def _moving(preview: MergePreview) -> str:
    counts = (
        (preview.guardians, "연결된 분 {}명"),
        (preview.consents, "동의 {}건"),
        (preview.requests, "요청 {}건"),
        (preview.scans, "스캔 {}장"),
    )
    told = [group.label for group in preview.moving]
    told += [words.format(number) for number, words in counts if number]
    return ", ".join(told) or "더 옮길 것이 없습니다"
