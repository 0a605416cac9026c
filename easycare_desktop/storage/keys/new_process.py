"""Asks a fresh process whether a generation opens from disk."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import easycare_desktop
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.storage.keys.census import Census

_MODULE = "easycare_desktop.storage.keys.check_generation"
_HOME = Path(easycare_desktop.__file__).resolve().parents[1]
_SECONDS = 120


class NewProcessError(Refusal):
    """The new process did not open the generation. `reason`: the name of its refusal."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Question:
    """What the new process is told, over a pipe. Without `device_key` it asks the system's store.

    `opener`: the label of a slot, or the sheet with its number; `private`: that opener's key.
    """

    folder: str
    office_id: str
    generation: int
    opener: str
    private: bytes = field(repr=False)
    device_key: bytes | None = field(repr=False)

    def to_json(self) -> str:
        """Return the question as one JSON text."""
        body = asdict(self) | {
            "private": self.private.hex(),
            "device_key": self.device_key.hex() if self.device_key else None,
        }
        return json.dumps(body)

    @classmethod
    def from_json(cls, text: str) -> "Question":
        """Read a question."""
        body = json.loads(text)
        device_key = bytes.fromhex(body["device_key"]) if body["device_key"] else None
        return cls(
            body["folder"],
            body["office_id"],
            body["generation"],
            body["opener"],
            bytes.fromhex(body["private"]),
            device_key,
        )


NewProcess = Callable[[Question], Census]


def ask_new_process(question: Question) -> Census:
    """Start a process that opens everything from disk; raises `NewProcessError`."""
    with waiting_process() as ask:
        return ask(question)


@contextmanager
def waiting_process() -> Iterator[NewProcess]:
    """Lend a process that gets ready while others work, to be asked once.

    Until then it knows and opens nothing; secrets go through its standard input alone. Asked, it
    raises `NewProcessError`, also where it could not be started. It does not outlive the block.
    """
    try:
        process = _started()
    except OSError as error:
        yield partial(_fail, type(error).__name__)
        return
    with process:
        try:
            yield partial(_ask, process)
        finally:
            process.kill()


def _started() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - our own module, no shell
        [sys.executable, "-m", _MODULE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_HOME,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _fail(reason: str, _question: Question) -> Census:
    raise NewProcessError(reason)


def _ask(process: "subprocess.Popen[bytes]", question: Question) -> Census:
    try:
        output, _ = process.communicate(question.to_json().encode(), _SECONDS)
        if process.returncode != 0:
            raise NewProcessError(_reason(output))
        return Census(**json.loads(output))
    except (OSError, TypeError, ValueError, subprocess.TimeoutExpired) as error:
        raise NewProcessError(type(error).__name__) from None


def _reason(output: bytes) -> str:
    """Return the name of the refusal; of a process that ended without one, nothing."""
    try:
        return str(json.loads(output)["refusal"])
    except (KeyError, TypeError, ValueError):
        return ""
