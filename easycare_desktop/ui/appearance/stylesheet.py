"""The stylesheet: house.qss with its placeholders filled from the tokens.

`${c.name}` colour, `${t.name}` type size, `${w.name}` weight, `${r.name}` radius,
`${h.name}` height, `${b.1}` border; `-n` after a measure takes n px off.
"""

import re

from easycare_desktop.ui.appearance.theme import Theme

_PLACE = re.compile(r"\$\{([a-z])\.([a-z0-9_]+)(?:-(\d+))?\}")


def render(template: str, theme: Theme) -> str:
    """Return the stylesheet of `theme`; raise KeyError for an unknown token."""

    def value(match: re.Match[str]) -> str:
        kind, name, minus = match.group(1), match.group(2), int(match.group(3) or 0)
        if kind == "c":
            return theme.code(name)
        if kind == "w":
            return str(theme.tokens.weight[name])
        return f"{_measure(theme, kind, name) - minus}px"

    return _PLACE.sub(value, template)


def _measure(theme: Theme, kind: str, name: str) -> int:
    match kind:
        case "t":
            return theme.type(name)
        case "r":
            return theme.radius(name)
        case "h":
            return theme.size(name)
        case "b":
            return theme.border * int(name)
        case _:
            raise KeyError(kind)
