import os
from pathlib import Path

import pytest

from easycare_desktop.storage.residue.needles import make_needles
from easycare_desktop.storage.residue.patterns import Patterns
from easycare_desktop.storage.residue.search import (
    count_in_file,
    search_files,
    search_plain,
    search_texts,
)

PIECE = 1 << 20
NEEDLES = make_needles(["홍길순", "010-0000-1234"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp949"])
@pytest.mark.parametrize("start", [0, 5000, PIECE - 3, 2 * PIECE - 1])
def test_found_wherever_it_lies(tmp_path: Path, encoding: str, start: int):
    path = tmp_path / "bytes"
    path.write_bytes(os.urandom(start) + "홍길순".encode(encoding) + os.urandom(99))
    assert count_in_file(path, Patterns(NEEDLES.all)) == 1


def test_noise_holds_nothing(tmp_path: Path):
    path = tmp_path / "bytes"
    path.write_bytes(os.urandom(3 * PIECE))
    found = search_files("office_files", [path], NEEDLES)
    assert (found.hits, found.files, found.control_found) == (0, 1, True)
    assert [each.name for each in tmp_path.iterdir()] == ["bytes"]


def test_short_patterns_are_searched_in_plain_files(tmp_path: Path):
    path = tmp_path / "settings.json"
    path.write_bytes("김수".encode("cp949"))
    needles = make_needles(["김수"])
    assert search_plain("settings_and_logs", [path], needles).hits == 1
    assert search_files("office_files", [path], needles).hits == 0


def test_opened_texts():
    found = search_texts("drafts", ["아무 말", "홍길순 어르신"], NEEDLES)
    assert (found.hits, found.files, found.control_found) == (1, 2, True)
    assert search_texts("drafts", [], NEEDLES).control_found


def test_a_file_that_went_away_meanwhile(tmp_path: Path):
    assert count_in_file(tmp_path / "gone", Patterns(NEEDLES.all)) == 0


def test_no_files_no_hits_but_a_control():
    found = search_files("office_files", [], NEEDLES)
    assert (found.files, found.hits, found.control_found) == (0, 0, True)


def test_very_many_patterns_at_once(tmp_path: Path):
    path = tmp_path / "bytes"
    many = make_needles([f"홍길순{number:05d}번지" for number in range(1_500)] + ["김수"])
    planted = ["홍길순00007번지".encode("utf-16-le"), "홍길순01499번지".encode("cp949")]
    body = os.urandom(PIECE - 9) + planted[0] + os.urandom(5000) + planted[1]
    path.write_bytes(body)
    assert count_in_file(path, Patterns(many.long)) == 2
    path.write_bytes(os.urandom(PIECE + 9))
    assert count_in_file(path, Patterns(many.long)) == 0
