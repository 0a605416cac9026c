"""A folder that was chosen for keys: judged beside the screen, then asked about."""

from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.services.key_places import KeyPlaceInOfficeError
from easycare_desktop.services.place_warnings import PlaceWarning, key_warnings
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.wording.places import warning_words


@dataclass(frozen=True, slots=True)
class JudgedFolder:
    """A folder, and what speaks against it."""

    folder: Path
    warnings: tuple[PlaceWarning, ...]


def judge(folder: Path, office: Path) -> JudgedFolder:
    """Look at a folder: as slow as its disk is."""
    return JudgedFolder(folder, key_warnings(folder, office))


def accepted(found: JudgedFolder, messages: Messages) -> bool:
    """Ask about a folder that something speaks against; inside the office nothing helps."""
    if not found.warnings:
        return True
    if PlaceWarning.IN_OFFICE in found.warnings:
        tell_error(messages, "이곳에는 둘 수 없습니다", KeyPlaceInOfficeError())
        return False
    lines = tuple(map(warning_words, found.warnings[:2]))
    question = Question("그래도 이곳에 둘까요?", lines, yes="이곳에 두기", danger=True)
    return messages.confirm(question)
