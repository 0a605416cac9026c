"""Small rooms: every file is understood in one sitting, every function at a glance."""

import ast
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, nodes, place, python_files

FILE_LIMIT = 250
WINDOW_LIMIT = 200
FUNCTION_LIMIT = 40
WINDOWS = PACKAGE / "ui" / "windows"
MIGRATIONS = PACKAGE / "storage" / "migrations"


def too_long(path: Path) -> list[str]:
    limit = WINDOW_LIMIT if path.is_relative_to(WINDOWS) else FILE_LIMIT
    lines = len(path.read_text(encoding="utf-8").splitlines())
    return [f"{place(path, lines)} lines, {limit} allowed"] if lines > limit else []


def long_functions(path: Path) -> list[str]:
    return [
        f"{place(path, node.lineno)} {node.name}: {length} lines"
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LIMIT
    ]


def own_files() -> list[Path]:
    """Return all but the migrations: each is the record of one schema, written once."""
    files = [
        ROOT / "dev.py",
        *python_files(PACKAGE, ROOT / "tests", ROOT / "requirements", ROOT / "installer"),
    ]
    return [path for path in files if not path.is_relative_to(MIGRATIONS)]


def test_files_are_short():
    found = [report for path in own_files() for report in too_long(path)]
    assert not found, "\n".join(found)


def test_functions_are_short():
    found = [report for path in own_files() for report in long_functions(path)]
    assert not found, "\n".join(found)


def test_long_ones_would_be_found(tmp_path: Path):
    planted = tmp_path / "planted.py"
    body = "    x = 1\n" * FUNCTION_LIMIT
    planted.write_text(f"def fits():\n{body[10:]}\ndef long():\n{body}" + "\n" * FILE_LIMIT)
    assert [report.split()[1] for report in long_functions(planted)] == ["long:"]
    assert len(too_long(planted)) == 1
