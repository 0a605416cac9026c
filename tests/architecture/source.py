"""The project's own files, read as text and as syntax trees."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "easycare_desktop"
NOT_OURS = {".git", ".venv", "__pycache__", "tour", "build", "dist", ".hypothesis"}


def python_files(*folders: Path) -> list[Path]:
    """Return all Python files under the folders, sorted; at least one in each, or it fails."""
    found = []
    for folder in folders:
        here = sorted(folder.rglob("*.py"))
        assert here, f"nothing to look at in {folder}"
        found += here
    return found


def rooms(*names: str) -> list[Path]:
    """Return the folders of rooms of the package."""
    return [PACKAGE / name for name in names]


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file; each file is read and parsed once."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of the syntax tree of a file."""
    return tuple(ast.walk(tree(path)))


def forget() -> None:
    """Let go of all that was parsed."""
    nodes.cache_clear()
    tree.cache_clear()


def place(path: Path, line: int) -> str:
    """Return path:line as a reader finds it."""
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name
    return f"{shown}:{line}"


def dotted(node: ast.expr) -> str:
    """Return `a.b.c` for a chain of attributes, with a star for what is not a plain name."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "*"


def own_text_files() -> Iterator[tuple[Path, str]]:
    """Yield every text file of the repository with its text; caches and results left out."""
    for folder, names, files in os.walk(ROOT):
        inside = Path(folder) != ROOT
        names[:] = [n for n in names if n not in NOT_OURS and (inside or not n.endswith("_cache"))]
        for name in files:
            if name in NOT_OURS:
                continue
            path = Path(folder, name)
            if name in NOT_OURS:
                continue
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
