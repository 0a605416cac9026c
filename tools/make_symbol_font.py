# ruff: noqa: INP001 - a script, not a package
"""Draw resources/fonts/EasyCareSymbols.ttf: the few signs that Pretendard GOV lacks.

Run by hand when a sign is added; needs fontTools, which the program itself does not use:
    python tools/make_symbol_font.py
"""

import math
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

OUT = Path(__file__).resolve().parents[1] / "resources" / "fonts" / "EasyCareSymbols.ttf"
NAME = "EasyCareSymbols"
BOX = (70, -75, 890, 745)
STROKE = 62
Point = tuple[float, float]


def polygon(pen: TTGlyphPen, points: list[Point]) -> None:
    """Add a closed outline; clockwise fills, counter-clockwise cuts."""
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def rectangle(pen: TTGlyphPen, left: float, low: float, right: float, high: float) -> None:
    """Add a filled rectangle."""
    polygon(pen, [(left, low), (left, high), (right, high), (right, low)])


def circle(pen: TTGlyphPen, centre: Point, radius: float, *, hole: bool = False) -> None:
    """Add a circle of eight quadratic arcs."""
    steps = range(8, 0, -1) if not hole else range(8)
    turn = -1 if not hole else 1
    outer = radius / math.cos(math.pi / 8)

    def at(angle: float, reach: float) -> Point:
        return (centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle))

    pen.moveTo(at(steps[0] * math.pi / 4, radius))
    for step in steps:
        angle = step * math.pi / 4
        pen.qCurveTo(at(angle + turn * math.pi / 8, outer), at(angle + turn * math.pi / 4, radius))
    pen.closePath()


def ring(pen: TTGlyphPen, centre: Point, radius: float, stroke: float) -> None:
    """Add a ring."""
    circle(pen, centre, radius)
    circle(pen, centre, radius - stroke, hole=True)


def bar(pen: TTGlyphPen, start: Point, end: Point, stroke: float) -> None:
    """Add a straight stroke between two points."""
    length = math.dist(start, end)
    dx = (end[1] - start[1]) / length * stroke / 2
    dy = -(end[0] - start[0]) / length * stroke / 2
    polygon(
        pen,
        [
            (start[0] - dx, start[1] - dy),
            (end[0] - dx, end[1] - dy),
            (end[0] + dx, end[1] + dy),
            (start[0] + dx, start[1] + dy),
        ],
    )


def box(pen: TTGlyphPen) -> None:
    """Add the empty tick box."""
    left, low, right, high = BOX
    rectangle(pen, left, low, right, high)
    inner = (left + STROKE, low + STROKE, right - STROKE, high - STROKE)
    polygon(
        pen,
        [(inner[0], inner[1]), (inner[2], inner[1]), (inner[2], inner[3]), (inner[0], inner[3])],
    )


def tick(pen: TTGlyphPen, grow: float) -> None:
    """Add a tick that crosses the box a little, so that it shows on a bad copy."""
    low = (430.0, 75.0)
    bar(pen, (205 - grow, 350 + grow), (low[0] + 28, low[1] - 28), 112)
    bar(pen, (low[0] - 28, low[1] - 28), (850 + grow, 690 + grow), 112)


def seal(pen: TTGlyphPen) -> None:
    """Add the seal sign: 인 in a ring."""
    ring(pen, (500, 345), 450, 46)
    ring(pen, (390, 480), 138, 58)
    rectangle(pen, 622, 285, 684, 660)
    rectangle(pen, 318, 60, 380, 245)
    rectangle(pen, 318, 60, 700, 120)


def glyphs() -> dict[str, tuple[int, int, object]]:
    """Return name to code point, width and outline."""
    drawn = {}
    for name, code, width, parts in (
        (".notdef", 0, 500, [box]),
        ("ballotbox", 0x2610, 960, [box]),
        ("ballotboxtick", 0x2611, 960, [box, lambda pen: tick(pen, 20)]),
        (
            "ballotboxcross",
            0x2612,
            960,
            [
                box,
                lambda pen: bar(pen, (250, 105), (710, 565), 96),
                lambda pen: bar(pen, (250, 565), (710, 105), 96),
            ],
        ),
        ("tick", 0x2714, 960, [lambda pen: tick(pen, 0)]),
        ("seal", 0x329E, 1000, [seal]),
        ("pointer", 0x25B8, 620, [lambda pen: polygon(pen, [(90, 60), (90, 640), (540, 350)])]),
    ):
        pen = TTGlyphPen(None)
        for part in parts:
            part(pen)
        drawn[name] = (code, width, pen.glyph())
    return drawn


def main() -> None:
    """Write the font."""
    drawn = glyphs()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(drawn))
    builder.setupCharacterMap({code: name for name, (code, _, _) in drawn.items() if code})
    builder.setupGlyf({name: glyph for name, (_, _, glyph) in drawn.items()})
    builder.setupHorizontalMetrics(
        {name: (width, builder.font["glyf"][name].xMin) for name, (_, width, _) in drawn.items()}
    )
    builder.setupHorizontalHeader(ascent=950, descent=-240)
    builder.setupNameTable(
        {"familyName": NAME, "styleName": "Regular", "fullName": NAME, "psName": f"{NAME}-Regular"}
    )
    builder.setupOS2(sTypoAscender=950, sTypoDescender=-240, usWinAscent=950, usWinDescent=240)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 3_850_000_000
    builder.font.recalcTimestamp = False
    builder.save(OUT)


if __name__ == "__main__":
    main()
