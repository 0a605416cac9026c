"""A folder that was chosen for keys: judged beside the screen, then asked about."""

from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.services.place_warnings import PlaceWarning, place_warnings
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.wording.places import warning_words


@dataclass(frozen=True, slots=True)
class JudgedFolder:
    """A folder, and what speaks against it."""

    folder: Path
    warnings: tuple[PlaceWarning, ...]


def judge(folder: Path, office: Path) -> JudgedFolder:
    """Look at a folder: as slow as its disk is."""
    return JudgedFolder(folder, place_warnings(folder, office))


def accepted(found: JudgedFolder, messages: Messages) -> bool:
    """Ask about a folder that something speaks against."""
    if not found.warnings:
        return True
    lines = tuple(map(warning_words, found.warnings[:2]))
    question = Question("그래도 이곳에 둘까요?", lines, yes="이곳에 두기", danger=True)
    return messages.confirm(question)
