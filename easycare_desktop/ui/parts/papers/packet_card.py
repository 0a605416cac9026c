"""한 벌: the papers that somebody new signs, as one job, with what came back of the last one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.domain.packets import PacketKind
from easycare_desktop.services.paper_jobs import Packet, PacketLine
from easycare_desktop.ui.widgets import Chip, Kit, card, column, hide_unless, line, row
from easycare_desktop.ui.wording.papers import paper_title

_WORDS = {
    PacketKind.NEW_RECIPIENT: (
        "신규 수급자 한 벌",
        "동의서와 기초자료 카드, 보호자가 있으면 보호자 동의서와 위임장까지 한 번에 인쇄합니다.",
    ),
    PacketKind.NEW_STAFF: (
        "신규 직원 한 벌",
        "동의서, 보안서약서, 기초자료 카드를 한 번에 인쇄합니다.",
    ),
}


class _Line(QFrame):
    """One paper of the last set; `ticked(paper id, back)`."""

    ticked = Signal(object, bool)

    def __init__(self, kit: Kit, each: PacketLine) -> None:
        super().__init__()
        self._each = each
        printed = f"{each.copies}부 인쇄" if each.copies else "아직 인쇄하지 않음"
        words = column(
            kit.text(paper_title(each.kind), "strong", wrap=True),
            kit.text(f"{each.number} · {printed}", "caption"),
            gap=0,
        )
        box = row(gap=12)
        box.addLayout(words, 1)
        self.tick = kit.check("돌아옴", checked=each.returned_on is not None)
        self.tick.setObjectName(f"packet.back.{each.kind.code}")
        self.tick.setAccessibleName(f"{paper_title(each.kind)} 돌아옴")
        hide_unless(self.tick, each.due and not each.by_code)
        self.tick.toggled.connect(self._tick)
        box.addWidget(self._chip(kit, each))
        box.addWidget(self.tick)
        self.setLayout(box)

    @staticmethod
    def _chip(kit: Kit, each: PacketLine) -> Chip:
        if not each.due:
            return kit.chip("돌려받지 않음", "", 124)
        if each.returned_on is None:
            return kit.chip("기다림", "warn", 124)
        return kit.chip(f"{each.returned_on:%m-%d} 돌아옴", "ok", 124)

    @Slot(bool)
    def _tick(self, on: bool) -> None:  # noqa: FBT001 - the tick says so
        self.ticked.emit(self._each.paper_id, on)


class PacketCard(QWidget):
    """`wanted()` for a new set; `ticked(paper id, back)` by hand."""

    wanted = Signal()
    ticked = Signal(object, bool)

    def __init__(self, kit: Kit, kind: PacketKind, packet: Packet | None) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        title, what = _WORDS[kind]
        self.button = kit.button("한 벌 인쇄", "primary", "printer", fit="row")
        self.button.setObjectName("offers.packet")
        self.button.clicked.connect(self.wanted)
        head = row(gap=12)
        head.addLayout(
            column(kit.text(title, "lead"), kit.text(what, "caption", wrap=True), gap=2), 1
        )
        head.addWidget(self.button)
        box = column(head, gap=8)
        self.lines = [_Line(kit, each) for each in packet.lines] if packet else []
        if packet is not None:
            left = packet.missing
            said = f"기다리는 서류 {left}부" if left else "모두 돌아왔습니다"
            box.addWidget(kit.text(f"{packet.made_on:%Y-%m-%d}에 만든 한 벌 · {said}", wrap=True))
        for each in self.lines:
            each.ticked.connect(self.ticked)
            box.addWidget(line())
            box.addWidget(each)
        self.setLayout(column(card(box, margins=(20, 14, 16, 12)), gap=0))
