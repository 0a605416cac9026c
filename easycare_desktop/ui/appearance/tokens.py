"""The design tokens, read once from tokens.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from easycare_desktop.ui.appearance.look import Scheme


@dataclass(frozen=True, slots=True)
class Growing:
    """A height: `pad` stays, `line` grows with the text."""

    pad: int
    line: int

    def at(self, scale: float) -> int:
        """Return the height in px at `scale`."""
        return round(self.pad + self.line * scale)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by scheme and name (#RRGGBB); type, weight, space, radius in px; heights."""

    colours: Mapping[Scheme, Mapping[str, str]]
    type: Mapping[str, int]
    weight: Mapping[str, int]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    size: Mapping[str, Growing]


def load_tokens(file: Path) -> Tokens:
    """Read the tokens; raise ValueError where the schemes do not carry the same names."""
    raw: dict[str, dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))
    colours = {scheme: MappingProxyType(raw[scheme.value]) for scheme in Scheme}
    names = {frozenset(table) for table in colours.values()}
    if len(names) != 1:
        raise ValueError(f"{file.name}: the colour schemes do not carry the same names")
    return Tokens(
        colours=MappingProxyType(colours),
        type=MappingProxyType(raw["type"]),
        weight=MappingProxyType(raw["weight"]),
        space=MappingProxyType(raw["space"]),
        radius=MappingProxyType(raw["radius"]),
        size=MappingProxyType({name: Growing(**parts) for name, parts in raw["size"].items()}),
    )
