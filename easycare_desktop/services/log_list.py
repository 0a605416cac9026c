"""The access log as its reviewer reads it: names of accounts, numbers of persons."""

from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.domain.rights import VERB_OF, Action, Verb
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.access_log import LogEntry

NEWEST = 500


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line. `denied`: the right was missing and nothing was done."""

    seq: int
    at: datetime
    account: str
    place: str
    person_number: str
    action: str
    verb: Verb | None
    count: int
    denied: bool


class LogList:
    """The use case of the reviewer's list. Reading it is logged, too."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def newest(self, person_number: str = "", limit: int = NEWEST) -> tuple[LogLine, ...]:
        """Return the newest lines first; with a number, the lines about that person alone."""
        wanted = person_number.strip().upper()
        with self._office.door.enter(Action.LOG_READ) as step:
            person = step.uow.people.numbered(wanted) if wanted else None
            if wanted and person is None:
                step.count = 0
                return ()
            step.person_id = person.id if person else None
            entries = step.uow.log.newest(limit, step.person_id)
            concerned = step.uow.people.some({each.person_id for each in entries if each.person_id})
            people = {each.id: each.number for each in concerned.values()}
            step.count = len(entries)
            accounts = {each.id: each.name for each in self._office.keys.accounts()}

        def line(entry: LogEntry) -> LogLine:
            return LogLine(
                seq=entry.seq,
                at=entry.at,
                account=accounts.get(entry.account_id, ""),
                place=entry.place,
                person_number=people.get(entry.person_id or 0, ""),
                action=entry.action,
                verb=VERB_OF.get(entry.action),
                count=entry.count,
                denied=entry.outcome != "ok",
            )

        return tuple(line(entry) for entry in entries)
