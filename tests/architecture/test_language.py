"""Korean is spoken where people read it: on the screen and on paper, not on the floors below."""

import ast
import re
from pathlib import Path

from tests.architecture.source import nodes, place, python_files, rooms

SILENT_ROOMS = rooms("domain", "storage", "services", "security", "system")
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")


def korean_literals(path: Path) -> list[str]:
    return [
        place(path, node.lineno)
        for node in nodes(path)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and HANGUL.search(node.value)
    ]


def test_no_korean_text_below_the_screen():
    found = [where for path in python_files(*SILENT_ROOMS) for where in korean_literals(path)]
    assert not found, "\n".join(found)


def test_a_korean_text_would_be_found(tmp_path: Path):
    planted = tmp_path / "planted.py"
    planted.write_text('"""Docstring."""\nTITLE = f"{1} 파기"\n# 주석은 괜찮다\n', encoding="utf-8")
    assert korean_literals(planted) == ["planted.py:2"]
