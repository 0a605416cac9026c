"""What makes many openings of many offices quick, without leaving out any of what is opened."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from functools import lru_cache
from types import SimpleNamespace
from unittest.mock import patch

from sqlalchemy import Engine, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from easycare_desktop.services import bundle, offices
from easycare_desktop.services.restore import arrival
from easycare_desktop.storage.databases import engine, scripts
from easycare_desktop.storage.keys import new_process
from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.new_process import Question
from tests.helpers.schemas import Schemas


@contextmanager
def one_process() -> Iterator[None]:
    """Let the proof of a generation run in this process; a new one takes a second."""

    def run(*_words: object, **given: bytes) -> SimpleNamespace:
        found = answer(Question.from_json(given["input"].decode()))
        return SimpleNamespace(returncode=0, stdout=json.dumps(asdict(found)).encode())

    stand_in = SimpleNamespace(run=run, TimeoutExpired=TimeoutError, CREATE_NO_WINDOW=0)
    with patch.object(new_process, "subprocess", stand_in):
        yield


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
            stack.enter_context(patch.object(offices, name, lru_cache(getattr(offices, name))))
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
