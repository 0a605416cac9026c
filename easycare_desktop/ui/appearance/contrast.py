"""Contrast by WCAG 2.2: which pairs of colours meet on the screen, and how far they differ."""

TEXT_GOAL = 7.0
SHAPE_GOAL = 3.0

TEXT_PAIRS = (
    ("ink", "page"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "accent_soft"),
    ("text", "surface"),
    ("text", "page"),
    ("text", "sunken"),
    ("text", "nav"),
    ("text", "accent_soft"),
    ("muted", "surface"),
    ("muted", "page"),
    ("muted", "sunken"),
    ("muted", "nav"),
    ("muted", "accent_soft"),
    ("accent_text", "surface"),
    ("accent_text", "page"),
    ("accent_text", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_press"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("danger_text", "surface"),
    ("danger_text", "danger_soft"),
    ("text", "danger_soft"),
    ("warn_text", "surface"),
    ("warn_text", "warn_soft"),
    ("text", "warn_soft"),
    ("ink", "warn_soft"),
    ("ok_text", "surface"),
    ("ok_text", "ok_soft"),
    ("text", "ok_soft"),
    ("stay_text", "surface"),
    ("stay_text", "sunken"),
    ("stay_text", "stay_soft"),
    ("text", "stay_soft"),
    ("go_text", "surface"),
    ("go_text", "sunken"),
    ("go_text", "go_soft"),
    ("on_practice", "practice"),
    ("on_toast", "toast"),
    ("toast_action", "toast"),
)
SHAPE_PAIRS = (
    ("edge", "surface"),
    ("edge", "page"),
    ("focus", "surface"),
    ("focus", "page"),
    ("focus", "nav"),
    ("accent", "surface"),
    ("danger", "surface"),
    ("ok_text", "surface"),
    ("scroll", "surface"),
    ("stay", "surface"),
    ("go", "surface"),
    ("faint", "surface"),
    ("faint", "sunken"),
)


def ratio(one: str, other: str) -> float:
    """Return the contrast of two #RRGGBB colours, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(code: str) -> float:
    parts = [int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
