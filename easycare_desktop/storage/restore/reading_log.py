"""What a PC that could only look has logged, when the office comes back to it."""

from collections.abc import Callable
from pathlib import Path

from easycare_desktop.storage.databases.engine import begin, open_engine
from easycare_desktop.storage.keys.file_keys import file_key
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.sqlcipher import WrongKeyError
from easycare_desktop.storage.repositories.access_log import AccessLogRepository, LogEntry


def lines_beyond(
    data: Path, keys: OpenKeys, holds: Callable[[LogEntry], bool]
) -> tuple[LogEntry, ...]:
    """Return the lines of the log in `data` after the last one that `holds` knows, oldest first.

    Raises `WrongKeyError`, `FileDamagedError`.
    """
    path = data / "office.db"
    with keys.file.read() as connection:
        newest = file_key(connection, "office")[0]
    for version in range(newest, 0, -1):
        engine = open_engine(path, keys.file_key("office", version), create=False)
        try:
            with begin(engine, path) as connection:
                return _beyond(AccessLogRepository(connection), holds)
        except WrongKeyError:
            if version == 1:
                raise
        finally:
            engine.dispose()
    return ()


def _beyond(log: AccessLogRepository, holds: Callable[[LogEntry], bool]) -> tuple[LogEntry, ...]:
    found: list[LogEntry] = []
    for entry in log.backwards():
        if holds(entry):
            break
        found.append(entry)
    return tuple(reversed(found))
