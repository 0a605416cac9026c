"""Wrong tries of each login, kept beside the keys so that a restart does not forget them."""

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from easycare_desktop.storage.keys.generation_files import ATTEMPTS
from easycare_desktop.storage.keys.refusals import TooManyTriesError
from easycare_desktop.system.atomic_files import write_atomically
from easycare_desktop.system.clock import Clock

TRIES = 5
PAUSE = timedelta(minutes=10)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Row:
    tries: int
    until: datetime | None


class Attempts:
    """Counts by label, never by login. Every fifth wrong try closes the label for ten minutes."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / ATTEMPTS
        self._clock = clock

    def check(self, label: str) -> None:
        """Raise `TooManyTriesError` while the label is closed.

        A clock set back cannot stretch the pause beyond its length.
        """
        row = self._rows().get(label)
        now = self._clock.now()
        if row and row.until and now < row.until:
            until = min(row.until, now + PAUSE)
            if until != row.until:
                self._put(label, _Row(row.tries, until))
            raise TooManyTriesError(until, row.tries)

    def failed(self, label: str) -> int:
        """Count a wrong try; return how many there are, or raise `TooManyTriesError`."""
        row = self._rows().get(label)
        tries = (row.tries if row else 0) + 1
        until = None if tries % TRIES else self._clock.now() + PAUSE
        self._put(label, _Row(tries, until))
        if until:
            raise TooManyTriesError(until, tries)
        return tries

    def succeeded(self, label: str) -> int:
        """Clear the label; return how many wrong tries went before."""
        row = self._rows().get(label)
        if row:
            self._put(label, None)
        return row.tries if row else 0

    def _rows(self) -> dict[str, _Row]:
        try:
            body = json.loads(self._path.read_bytes())
            return {
                label: _Row(int(tries), datetime.fromisoformat(until) if until else None)
                for label, (tries, until) in body.items()
            }
        except FileNotFoundError:
            return {}
        except (AttributeError, TypeError, ValueError):
            _log.warning("%s cannot be read and starts anew", ATTEMPTS)
            return {}

    def _put(self, label: str, row: _Row | None) -> None:
        rows = self._rows()
        rows.pop(label, None)
        if row:
            rows[label] = row
        body = {
            name: [each.tries, each.until.isoformat() if each.until else None]
            for name, each in rows.items()
        }
        write_atomically(self._path, json.dumps(body).encode("ascii"))
