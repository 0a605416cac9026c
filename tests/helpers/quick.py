"""What makes many openings of many offices quick, without leaving out any of what is opened."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from functools import lru_cache
from types import SimpleNamespace
from typing import Self
from unittest.mock import patch

from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache
from typing_extensions import override

from easycare_desktop.services import bundle, office_books
from easycare_desktop.services.restore import arrival
from easycare_desktop.storage.databases import engine, scripts
from easycare_desktop.storage.keys import new_process
from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.new_process import Question
from tests.helpers.schemas import Schemas


@contextmanager
def one_process() -> Iterator[None]:
    """Let the proof of a generation run in this process; a new one takes a second."""

    with patch.object(new_process, "subprocess", stand_in(_Answering)):
        yield


class Process:
    """What a process is to whoever asks it; made as `Popen` is."""

    returncode = 0

    def __init__(self, *words: object, **named: object) -> None:
        self.words, self.named = words, named

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_about: object) -> None:
        """Nothing to wait for."""

    def kill(self) -> None:
        """Nothing to end."""

    def communicate(self, asked: bytes, _seconds: int) -> tuple[bytes, bytes]:
        """Answer nonsense."""
        del asked
        return b"", b""


class _Answering(Process):
    @override
    def communicate(self, asked: bytes, _seconds: int) -> tuple[bytes, bytes]:
        found = answer(Question.from_json(asked.decode()))
        return json.dumps(asdict(found)).encode(), b""


def stand_in(process: type[Process]) -> SimpleNamespace:
    """Return what stands in for the module `subprocess`."""
    return SimpleNamespace(
        Popen=process, PIPE=-1, DEVNULL=-3, TimeoutExpired=TimeoutError, CREATE_NO_WINDOW=0
    )


@contextmanager
def quick_openings() -> Iterator[None]:
    """Read rules once, prepare each statement once, and let migrations make each schema once.

    They are the same for every office.
    """
    statements: LRUCache[object, object] = LRUCache(2000)

    def create(*words: object, **named: object) -> Engine:
        made = create_engine(*words, **named)  # type: ignore[call-overload]
        made._compiled_cache = statements
        return made  # type: ignore[no-any-return]

    with ExitStack() as stack:
        for name in ("load_catalogue", "load_law_book", "load_date_words", "load_extra_holidays"):
            load = lru_cache(getattr(office_books, name))
            stack.enter_context(patch.object(office_books, name, load))
        catalogue = lru_cache(arrival.load_catalogue)
        stack.enter_context(patch.object(arrival, "load_catalogue", catalogue))
        words = lru_cache(bundle.load_list_words)
        stack.enter_context(patch.object(bundle, "load_list_words", words))
        stack.enter_context(patch.object(engine, "create_engine", create))
        stack.enter_context(patch.object(scripts, "upgrade", Schemas(scripts.upgrade)))
        # What was prepared for one engine is taken for another: so their dialects are equal.
        stack.enter_context(patch.object(SQLiteDialect_pysqlite, "__eq__", _one_dialect))
        stack.enter_context(patch.object(SQLiteDialect_pysqlite, "__hash__", lambda _self: 1))
        yield


def _one_dialect(one: object, other: object) -> bool:
    return type(one) is type(other)
