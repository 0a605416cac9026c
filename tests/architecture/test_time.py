"""Nobody looks at the clock but the clock: the time is handed in, and so can stand still."""

import ast
from pathlib import Path

from tests.architecture.source import PACKAGE, dotted, nodes, place, python_files

CLOCK = PACKAGE / "system" / "clock.py"
LOOKS = (
    *("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time"),
    *("time.localtime", "time.gmtime", "time.strftime", "time.time_ns"),
    *("QDate.currentDate", "QTime.currentTime", "QDateTime.currentDateTime"),
)
LAST_WORDS = {look.rpartition(".")[2] for look in LOOKS}


def looks_at_the_clock(path: Path) -> list[str]:
    return [
        f"{place(path, node.lineno)} {dotted(node)}"
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr in LAST_WORDS
        and f".{dotted(node)}".endswith(tuple(f".{x}" for x in LOOKS))
    ]


def formats_beyond_ascii(path: Path) -> list[str]:
    """Find `{day:%m월}`: Windows turns a format into its own code page, which may lack Korean."""
    specs = (node.format_spec for node in nodes(path) if isinstance(node, ast.FormattedValue))
    return [
        place(path, part.lineno)
        for spec in specs
        if isinstance(spec, ast.JoinedStr)
        for part in spec.values
        if isinstance(part, ast.Constant) and "%" in part.value and not part.value.isascii()
    ]


def test_no_format_of_a_time_holds_korean():
    found = [where for path in python_files(PACKAGE) for where in formats_beyond_ascii(path)]
    assert not found, "\n".join(found)


def test_a_korean_format_would_be_found(tmp_path: Path):
    planted = tmp_path / "planted.py"
    planted.write_text('x = f"{day:%m}월"\ny = f"{day:%m월 %d일}"\n', encoding="utf-8")
    assert formats_beyond_ascii(planted) == ["planted.py:2"]


def test_only_the_clock_tells_the_time():
    others = [path for path in python_files(PACKAGE) if path != CLOCK]
    found = [where for path in others for where in looks_at_the_clock(path)]
    assert not found, "\n".join(found)


def test_the_clock_itself_is_seen():
    assert len(looks_at_the_clock(CLOCK)) == 1


def test_a_look_would_be_found(tmp_path: Path):
    planted = tmp_path / "planted.py"
    planted.write_text(
        "import datetime as dt\nx = dt.date.today()\ny = clock.now()\nz = date.today\n"
    )
    assert [each.split()[0] for each in sorted(looks_at_the_clock(planted))] == [
        "planted.py:2",
        "planted.py:4",
    ]
