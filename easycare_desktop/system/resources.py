"""The files that belong to the program: fonts, icons, style, rules of law, texts."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files or folders."""
    return RESOURCES.joinpath(*parts)
