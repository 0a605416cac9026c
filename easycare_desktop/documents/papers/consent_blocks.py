"""The blocks of a consent form: what each consent is for, and the boxes to answer it."""

from reportlab.platypus import Flowable, Table

from easycare_desktop.documents.contents.consent_form import (
    Answer,
    BlockKind,
    ConsentBlock,
    ConsentRow,
)
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.grid import grid
from easycare_desktop.documents.layout.tables import breathing, edges
from easycare_desktop.documents.layout.text import (
    fixed,
    join,
    lines,
    plain,
    sized,
    strong,
    style,
    tick,
    ticks,
)
from easycare_desktop.documents.layout.words import TO_WRITE_ON

_STANDS_OUT = {
    BlockKind.SENSITIVE: frozenset({"items"}),
    BlockKind.UNIQUE_ID: frozenset({"items"}),
    BlockKind.MARKETING: frozenset({"purpose"}),
    BlockKind.PROVISION: frozenset({"purpose", "receiver"}),
}


def block_heading(number: int, block: ConsentBlock, usual: str, pad: float) -> Flowable:
    """Return the heading of a consent; 0 is the only one, which has no number."""
    own = block.text_version
    version = f"(문구 {own}판)" if own not in {"", usual} else ""
    words = f"{number}. {block.title}" if number else block.title
    text = join(strong(words), sized(plain(version), 10), by="  ")
    return fixed(text, style(11.0, lead=1.35, before=2 * pad, after=3))


def block_table(block: ConsentBlock, width: float, pad: float) -> Table:
    """Return what a consent tells, and the question with its boxes."""
    provision = block.kind is BlockKind.PROVISION
    names = ["목적", "항목", "보유·이용 기간"]
    shares = [0.27, 0.39, 0.34] if "items" in _loud_in(block.kind) else [0.29, 0.35, 0.36]
    if provision:
        names, shares = ["받는 자", "받는 자의 목적", *names[1:]], [0.29, 0.20, 0.21, 0.30]
    above, below = (4.5, -0.5) if block.channels or provision else (1.5, 3)
    cells: list[list[object]] = [
        [fixed(strong(name), style(10, "centre", lead=1.25)) for name in names]
    ]
    cells += [_row(row, block.kind) for row in block.rows]
    rows = len(cells)
    blank = [""] * (len(names) - 1)
    cells.append([fixed(plain(block.refusal), style(10, lead=1.45)), *blank])
    cells.append([_answer(block), *blank])
    commands: list[tuple[object, ...]] = [
        *edges(),
        *breathing(pad),
        ("BACKGROUND", (0, 0), (-1, 0), measures.LABEL),
        ("LINEBELOW", (0, 0), (-1, 0), measures.GROUP, measures.LINE),
        ("LINEABOVE", (0, rows), (-1, rows), measures.GROUP, measures.LINE),
        ("SPAN", (0, rows), (-1, rows)),
        ("SPAN", (0, rows + 1), (-1, rows + 1)),
        ("TOPPADDING", (0, rows + 1), (-1, rows + 1), pad + above),
        ("BOTTOMPADDING", (0, rows + 1), (-1, rows + 1), pad + below),
    ]
    return grid(cells, [width * share for share in shares], commands)


def _row(row: ConsentRow, kind: BlockKind) -> list[object]:
    loud = _loud_in(kind)

    def cell(name: str, text: str) -> Flowable:
        return _loud(text) if name in loud else fixed(plain(text), style(10, lead=1.4))

    cells: list[object] = [cell("receiver", row.receiver)] if kind is BlockKind.PROVISION else []
    return [*cells, cell("purpose", row.purpose), cell("items", row.items), _loud(row.period)]


def _loud_in(kind: BlockKind) -> frozenset[str]:
    return _STANDS_OUT.get(kind, frozenset())


def _loud(text: str) -> Flowable:
    return fixed(plain(text), style(measures.EMPHASIS, bold=True, lead=1.35))


def _answer(block: ConsentBlock) -> Flowable:
    agreed, refused = block.answer is Answer.AGREED, block.answer is Answer.REFUSED
    boxes = join(
        tick("동의함", on=agreed), tick("동의하지 않음", on=refused), by="\u00a0\u00a0\u00a0\u00a0 "
    )
    question = join(plain("위 내용에 동의하십니까?"), sized(boxes, 12), by="\u00a0\u00a0\u00a0 ")
    if block.kind is BlockKind.PROVISION:
        asked = join(plain("받는 곳의 이름"), plain(TO_WRITE_ON), by="\u00a0\u00a0 ")
    elif block.channels:
        channels = ticks(*((choice.label, choice.ticked) for choice in block.channels))
        asked = join(plain("받으실 방법"), channels, by="\u00a0\u00a0 ")
    else:
        return fixed(question, style(10, "right", lead=1.6))
    return fixed(lines(asked, question), style(10, "right", lead=1.75))
