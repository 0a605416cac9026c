import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from easycare_desktop.system import logs
from easycare_desktop.system.logs import NAME, start_logging, stop_logging

CANARY = "홍길순"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    handler = start_logging(tmp_path / "logs")
    yield tmp_path / "logs"
    stop_logging(handler)
    root.setLevel(level)


def written(folder: Path) -> str:
    return (folder / NAME).read_text(encoding="utf-8")


def test_a_line_has_its_time_level_and_room(folder: Path):
    logging.getLogger("easycare_desktop.storage").info("holding %d separated", 4711)
    line = written(folder)
    assert "INFO easycare_desktop.storage holding 4711 separated" in line
    assert line.count("\n") == 1


def test_an_error_tells_its_kind_and_place_but_not_its_words(folder: Path):
    try:
        int(CANARY)
    except ValueError:
        logging.getLogger("easycare_desktop").exception("save of %d failed", 12)
    line = written(folder)
    assert "save of 12 failed" in line
    assert "ValueError at test_logs.py:" in line
    assert CANARY not in line
    assert "int(CANARY)" not in line


@pytest.mark.parametrize("canary", [CANARY, "010-1234-5678", "01012345678", "900101-1234567"])
def test_what_slips_through_is_masked(folder: Path, canary: str):
    logging.getLogger("some.library").warning("row %s", canary)
    assert "row " in written(folder)
    assert canary not in written(folder)


def test_ids_are_not_masked(folder: Path):
    logging.getLogger("easycare_desktop").info("holding 90010112345678 and 0a1b2c3d of 2026-11-24")
    assert "holding 90010112345678 and 0a1b2c3d of 2026-11-24" in written(folder)


def test_a_message_cannot_forge_a_line(folder: Path):
    logging.getLogger("easycare_desktop").info("one\n2026-01-01 INFO forged\r\nthree")
    assert len(written(folder).splitlines()) == 1


def test_chatter_of_libraries_stays_out(folder: Path):
    logging.getLogger("some.library").info("hello")
    assert not (folder / NAME).exists()
    logging.getLogger("some.library").warning("hello")
    assert written(folder).endswith("hello\n")


def test_old_files_go(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(logs, "SIZE", 200)
    handler = start_logging(tmp_path / "small")
    for number in range(200):
        logging.getLogger("easycare_desktop").info("entry %d", number)
    stop_logging(handler)
    names = sorted(path.name for path in (tmp_path / "small").iterdir())
    assert names == [NAME, *(f"{NAME}.{number}" for number in range(1, 6))]
