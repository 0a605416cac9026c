"""What a generation switch did, as recorded inside the generation that it made."""

import json
from dataclasses import dataclass, replace
from datetime import datetime

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.ledger.chain import canonical


@dataclass(frozen=True, slots=True)
class SwitchCheck:
    """One check before the commit. `count`: how many things it looked at."""

    code: str
    held: bool
    count: int


@dataclass(frozen=True, slots=True)
class SwitchReport:
    """Every fact of a switch that a certificate may state.

    `destroyed`, `separated`: keys that went and keys that were put into envelopes; `compared`:
    remaining keys found equal. `finished_at` is nothing while the older generation may still lie
    on this PC: then the destruction is in progress, never done.
    """

    number: str
    digest: bytes
    generation_from: int
    generation_to: int
    destroyed: int
    separated: int
    compared: int
    checks: tuple[SwitchCheck, ...]
    started_at: datetime
    checked_at: datetime
    finished_at: datetime | None = None

    @property
    def finished(self) -> bool:
        """Tell whether a new process opened everything and the older generation is erased here."""
        return self.finished_at is not None


def record_switch(connection: Connection, report: SwitchReport) -> None:
    """Write an unfinished report into the generation it made."""
    facts = {
        "digest": report.digest.hex(),
        "from": report.generation_from,
        "destroyed": report.destroyed,
        "separated": report.separated,
        "compared": report.compared,
        "checks": [[each.code, each.held, each.count] for each in report.checks],
        "started_at": report.started_at.isoformat(),
        "checked_at": report.checked_at.isoformat(),
    }
    connection.execute(
        "INSERT INTO switch VALUES (?, ?, ?, NULL)",
        (report.generation_to, report.number, canonical(facts)),
    )


def finish_report(file: KeyFile, report: SwitchReport, at: datetime) -> SwitchReport:
    """Record that nothing of the older generation is left on this PC."""
    with file.change() as connection:
        connection.execute(
            "UPDATE switch SET finished_at = ? WHERE generation = ?",
            (at.isoformat(), report.generation_to),
        )
    return replace(report, finished_at=at)


def switch_reports(file: KeyFile) -> list[SwitchReport]:
    """Return the reports of all switches, the first one first."""
    with file.read() as connection:
        rows = connection.execute(
            "SELECT generation, number, facts, finished_at FROM switch ORDER BY generation"
        )
        return [_report(*row) for row in rows]


def _report(generation: int, number: str, text: str, finished_at: str | None) -> SwitchReport:
    facts = json.loads(text)
    return SwitchReport(
        number=number,
        digest=bytes.fromhex(facts["digest"]),
        generation_from=facts["from"],
        generation_to=generation,
        destroyed=facts["destroyed"],
        separated=facts["separated"],
        compared=facts["compared"],
        checks=tuple(SwitchCheck(*each) for each in facts["checks"]),
        started_at=datetime.fromisoformat(facts["started_at"]),
        checked_at=datetime.fromisoformat(facts["checked_at"]),
        finished_at=datetime.fromisoformat(finished_at) if finished_at else None,
    )
