"""The walls between the rooms: the linter sees every file, and each contract can fail."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

from tests.architecture.source import PACKAGE, ROOT, nodes, python_files

NAME = PACKAGE.name
MIGRATIONS = PACKAGE / "storage" / "migrations"
LINT = "import importlinter.cli as c; c.lint_imports_command()"
PLANTED = {
    "domain/wrong.py": "import easycare_desktop.system\n",
    "services/wrong.py": "from PySide6.QtCore import QObject\n",
    "services/drawing.py": "import reportlab\n",
    "services/querying.py": "import sqlalchemy\n",
    "ui/reaching.py": "import easycare_desktop.storage\n",
    "ui/windows/first.py": "import easycare_desktop.ui.windows.second\n",
    "ui/windows/second.py": "",
    "system/calling.py": "import socket\n",
}


def contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [each["name"] for each in settings["tool"]["importlinter"]["contracts"]]


def modules_on_disk() -> dict[str, Path]:
    """Return the name and file of each module; migrations are scripts, not modules."""
    found = {}
    for path in python_files(PACKAGE):
        if not path.is_relative_to(MIGRATIONS) or path.parent == MIGRATIONS:
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_on_disk(modules: dict[str, Path]) -> set[tuple[str, str]]:
    """Return (importer, imported) for all imports within the package, found without the linter."""
    edges = set()
    for name, path in modules.items():
        for node in nodes(path):
            if isinstance(node, ast.Import):
                edges |= {(name, alias.name) for alias in node.names if alias.name in modules}
            elif isinstance(node, ast.ImportFrom) and node.module in modules:
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    edges.add((name, inner if inner in modules else str(node.module)))
    return edges


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(NAME, cache_dir=None)


def test_the_linter_sees_every_file(graph: grimp.ImportGraph):
    assert graph.modules == set(modules_on_disk())


def test_the_linter_sees_every_import(graph: grimp.ImportGraph):
    edges = {
        (importer, imported)
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
    }
    assert edges == imports_on_disk(modules_on_disk())


def test_every_room_has_a_floor():
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = layers["tool"]["importlinter"]["contracts"][0]["layers"]
    named = {name.strip(" ()") for layer in listed for name in layer.split("|")}
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or is_room(path)}
    assert rooms - {"__init__"} <= named


def is_room(path: Path) -> bool:
    return path.is_dir() and (path / "__init__.py").exists()


def test_migrations_stand_alone():
    scripts = [path for path in python_files(MIGRATIONS) if path.parent != MIGRATIONS]
    ours = {
        f"{path.name}: {node.module}"
        for path in scripts
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(NAME)
    }
    assert ours == set()


def lint(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout


def build_small_house(folder: Path) -> None:
    """Lay out empty rooms with the real contracts."""
    for room in (path for path in PACKAGE.iterdir() if is_room(path)):
        inside = folder / NAME / room.name
        inside.mkdir(parents=True)
        (inside / "__init__.py").touch()
    (folder / NAME / "__init__.py").touch()
    (folder / NAME / "ui" / "windows").mkdir()
    (folder / NAME / "ui" / "windows" / "__init__.py").touch()
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def test_contracts_hold_in_an_innocent_house(tmp_path: Path):
    build_small_house(tmp_path)
    said = lint(tmp_path)
    assert [name for name in contracts() if f"{name} KEPT" not in said] == []


def test_each_contract_catches_its_planted_import(tmp_path: Path):
    build_small_house(tmp_path)
    for place, text in PLANTED.items():
        (tmp_path / NAME / place).write_text(text, encoding="utf-8")
    said = lint(tmp_path)
    assert [name for name in contracts() if f"{name} BROKEN" not in said] == []
