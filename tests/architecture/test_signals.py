"""Signals end in named methods, nothing pumps the event loop by hand, nothing is shown unbuilt."""

import ast
from pathlib import Path

from tests.architecture.source import dotted, nodes, place, python_files, rooms

BUILDERS = {"__init__", "_build"}
PUMPS = ("processEvents", "sendPostedEvents")


def loose_slots(path: Path) -> list[str]:
    return [
        place(path, node.lineno)
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(holds_a_closure(argument) for argument in node.args)
    ]


def holds_a_closure(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Lambda):
        return True
    return isinstance(argument, ast.Call) and dotted(argument.func).split(".")[-1] == "partial"


def pumping(path: Path) -> list[str]:
    return [
        place(path, node.lineno)
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in PUMPS
    ]


def shown_too_early(path: Path) -> list[str]:
    """What is shown before it has its place is a window for a moment: it flashes, and costs."""
    return [
        place(path, call.lineno)
        for builder in nodes(path)
        if isinstance(builder, ast.FunctionDef) and builder.name in BUILDERS
        for call in ast.walk(builder)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr == "setVisible" or (call.func.attr == "show" and not call.args)
    ]


def test_nothing_is_shown_while_it_is_built():
    found = [where for path in python_files(*rooms("ui")) for where in shown_too_early(path)]
    assert not found, "\n".join(found)


def test_slots_are_named_methods():
    found = [where for path in python_files(*rooms("ui")) for where in loose_slots(path)]
    assert not found, "\n".join(found)


def test_nothing_pumps_events():
    found = [where for path in python_files(*rooms("ui", "services")) for where in pumping(path)]
    assert not found, "\n".join(found)


def test_offenders_would_be_found(tmp_path: Path):
    planted = tmp_path / "planted.py"
    planted.write_text(
        "a.clicked.connect(lambda: None)\n"
        "a.clicked.connect(functools.partial(f, 1))\n"
        "a.clicked.connect(self._on_click)\n"
        "QApplication.processEvents()\n"
        "def __init__(self):\n"
        "    self.note.setVisible(bool(words))\n"
        "    self.note.hide(), model.show(rows), self.show()\n"
        "def _fit(self):\n"
        "    self.note.setVisible(True)\n"
    )
    assert loose_slots(planted) == ["planted.py:1", "planted.py:2"]
    assert pumping(planted) == ["planted.py:4"]
    assert shown_too_early(planted) == ["planted.py:6", "planted.py:7"]
