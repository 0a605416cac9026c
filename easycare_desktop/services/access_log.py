"""The access log: reading it and walking its chain."""

from dataclasses import dataclass

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.access_log import LogEntry


@dataclass(frozen=True, slots=True)
class LogCheck:
    """Result of walking the chain. `first_broken` is the number of the first line that lies."""

    lines: int
    head: bytes
    first_broken: int | None


class AccessLogService:
    """Use cases of the access log. Nothing here changes a line."""

    def __init__(self, office: OpenOffice) -> None:
        self._door = office.door

    def newest(self, limit: int = 500, person_id: int | None = None) -> list[LogEntry]:
        """Return the newest lines first."""
        with self._door.enter(Action.LOG_READ, person_id=person_id) as step:
            found = step.uow.log.newest(limit, person_id)
            step.count = len(found)
            return found

    def check(self) -> LogCheck:
        """Walk the whole chain."""
        with self._door.enter(Action.LOG_READ, detail="check") as step:
            lines, head = step.uow.log.head()
            return LogCheck(lines, head, step.uow.log.first_broken())
