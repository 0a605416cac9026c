"""Signals end in named methods, and nothing pumps the event loop by hand."""

import ast
from pathlib import Path

from tests.architecture.source import dotted, nodes, place, python_files, rooms

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
    )
    assert loose_slots(planted) == ["planted.py:1", "planted.py:2"]
    assert pumping(planted) == ["planted.py:4"]
