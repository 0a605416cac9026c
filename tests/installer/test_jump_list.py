"""What stands in the menu of the task bar is what the program understands."""

import re
import shlex

import pytest

from easycare_desktop.app.pages import ITEMS
from easycare_desktop.cli import _parser, main
from installer.launching import SOURCES
from installer.wine.installing import TASKS

_LINE = re.compile(r'\{ L"([^"]+)", L"([^"]+)" \}')


def tasks() -> dict[str, str]:
    return dict(_LINE.findall((SOURCES / "jump_list.c").read_text("utf-8")))


def test_the_job_expects_what_the_launcher_writes():
    assert tasks() == TASKS


@pytest.mark.parametrize("words", list(tasks().values()))
def test_the_program_understands(words: str):
    asked = _parser().parse_args(shlex.split(words))
    assert asked.command == "verify" or asked.page in {item.key for item in ITEMS}


@pytest.mark.parametrize("words", ["run --page elsewhere", "verify"])
def test_other_words_are_refused(words: str):
    with pytest.raises(SystemExit):
        main(shlex.split(words))
