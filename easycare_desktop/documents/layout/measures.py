"""Sizes, line weights and greys. Black-and-white laser printers come first."""

from reportlab.lib.colors import Color, HexColor

MM = 72 / 25.4

PORTRAIT = (210 * MM, 297 * MM)
LANDSCAPE = (297 * MM, 210 * MM)
SIDE = 20 * MM
TOP = 21 * MM
BOTTOM = 21 * MM
WIDTH = PORTRAIT[0] - 2 * SIDE
WIDE_SIDE = 15 * MM
WIDE = LANDSCAPE[0] - 2 * WIDE_SIDE

EDGE = 1.1
GROUP = 0.7
INNER = 0.4

INK = HexColor("#000000")
LINE = HexColor("#3c3c3c")
GREY = HexColor("#555555")
LABEL = HexColor("#f0f1f3")
OFFICE_ONLY = HexColor("#d9d9d9")
PALE = Color(0, 0, 0, alpha=0.055)

TITLE = 18.0
BODY = 10.0
EMPHASIS = 12.0
NOTE = 9.0
FOOT = 7.0
