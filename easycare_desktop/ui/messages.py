"""The one door to the person: windows and the tour speak through `Messages` alone."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

V = TypeVar("V")
Undo = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What did not work, in three short lines: what happened, what is safe, what to do now.

    `number` is read out on the telephone; `details` stay folded and hold no personal data.
    `way_on` are the words of a button that tries again or goes on; without it there is only 닫기.
    """

    title: str
    happened: str
    safe: str
    now: str
    number: str = ""
    details: str = ""
    way_on: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A yes or no. `yes` is a verb (「지우기」); 취소 is focused first where it is dangerous."""

    title: str
    lines: tuple[str, ...]
    yes: str
    no: str = "취소"
    danger: bool = False


class Messages(Protocol):
    """What a window may say to the person and ask of them."""

    def inform(self, title: str, *lines: str) -> None:
        """Say something that must be read before going on. Good news is a toast instead."""
        ...

    def refuse(self, trouble: Trouble) -> bool:
        """Say what did not work; return whether the way on was chosen."""
        ...

    def confirm(self, question: Question) -> bool:
        """Ask; return True only for the yes button."""
        ...

    def toast(self, words: str, undo: Undo | None = None) -> None:
        """Say what was done, at the bottom of the page, for a while."""
        ...

    def ask_text(self, title: str, label: str, value: str = "", hint: str = "") -> str | None:
        """Ask for one line; None if the person gave up. Never an empty text."""
        ...

    def ask_choice(
        self, title: str, label: str, choices: Sequence[tuple[V, str]], value: V | None = None
    ) -> V | None:
        """Ask for one of (value, words); None if the person gave up."""
        ...

    def choose_file(self, title: str, kinds: str = "") -> Path | None:
        """Ask for a file; `kinds` as in 「엑셀 파일 (*.xlsx)」."""
        ...

    def choose_files(self, title: str, kinds: str = "") -> tuple[Path, ...]:
        """Ask for files; none if the person gave up."""
        ...

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        ...

    def save_as(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        """Ask where to save; `suggested` is a file name without personal data."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said or asked: the method's name and its arguments."""

    kind: str
    content: tuple[object, ...]


class RecordingMessages:
    """Messages for tests and the tour: nothing is shown, everything is kept in `said`.

    `answer(…)` puts answers in line; without one the person gives up or says no.
    """

    def __init__(self) -> None:
        self.said: list[Said] = []
        self._answers: deque[object] = deque()

    def answer(self, *answers: object) -> None:
        """Answer the next questions with these, in order."""
        self._answers.extend(answers)

    def of_kind(self, kind: str) -> list[Said]:
        """Return what was said by the method `kind`."""
        return [said for said in self.said if said.kind == kind]

    def inform(self, title: str, *lines: str) -> None:
        """Keep it."""
        self.said.append(Said("inform", (title, *lines)))

    def refuse(self, trouble: Trouble) -> bool:
        """Keep it; answer in line, else False."""
        return bool(self._next("refuse", trouble))

    def confirm(self, question: Question) -> bool:
        """Keep it; answer in line, else False."""
        return bool(self._next("confirm", question))

    def toast(self, words: str, undo: Undo | None = None) -> None:
        """Keep it."""
        self.said.append(Said("toast", (words, undo)))

    def ask_text(self, title: str, label: str, value: str = "", hint: str = "") -> str | None:
        """Keep it; answer in line, else None."""
        answer = self._next("ask_text", title, label, value, hint)
        return answer if isinstance(answer, str) else None

    def ask_choice(
        self, title: str, label: str, choices: Sequence[tuple[V, str]], value: V | None = None
    ) -> V | None:
        """Keep it; answer in line, else None."""
        answer = self._next("ask_choice", title, label, tuple(choices), value)
        return next((held for held, _ in choices if held == answer), None)

    def choose_file(self, title: str, kinds: str = "") -> Path | None:
        """Keep it; answer in line, else None."""
        return self._place("choose_file", title, kinds)

    def choose_files(self, title: str, kinds: str = "") -> tuple[Path, ...]:
        """Keep it; answer in line, else none."""
        answer = self._next("choose_files", title, kinds)
        return answer if isinstance(answer, tuple) else ()

    def choose_folder(self, title: str) -> Path | None:
        """Keep it; answer in line, else None."""
        return self._place("choose_folder", title)

    def save_as(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        """Keep it; answer in line, else None."""
        return self._place("save_as", title, suggested, kinds)

    def _place(self, kind: str, *content: object) -> Path | None:
        answer = self._next(kind, *content)
        return answer if isinstance(answer, Path) else None

    def _next(self, kind: str, *content: object) -> object:
        self.said.append(Said(kind, content))
        return self._answers.popleft() if self._answers else None
