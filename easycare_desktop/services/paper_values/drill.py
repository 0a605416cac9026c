"""The value of the one-page report of a drill."""

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.table_paper import Align, Column, TablePaper
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.paper_values.lists import megabytes
from easycare_desktop.services.restore.drill import DrillReport, last_drill


def drill_report(desk: Desk) -> TablePaper:
    """Return the report of the last drill; without one its table is empty."""
    report = last_drill(desk.step)
    rows = [
        (
            str(number),
            asked,
            phrases.DRILL_HELD if check.held else phrases.DRILL_FAILED,
            seen.format(f"{check.count:,}"),
        )
        for number, check in enumerate(report.checks if report else (), start=1)
        for asked, seen in (phrases.DRILL_CHECKS[check.code],)
    ]
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.DRILL_TITLE,
        columns=(
            Column(phrases.DRILL_COLUMNS[0], 0.5, Align.CENTRE),
            Column(phrases.DRILL_COLUMNS[1], 4.2),
            Column(phrases.DRILL_COLUMNS[2], 1.0, Align.CENTRE),
            Column(phrases.DRILL_COLUMNS[3], 1.2),
        ),
        rows=tuple(rows),
        facts_above=_facts(report, desk) if report else (),
        notes=(*(phrases.DRILL_NOTES if report else ()), phrases.DRILL_ADVICE),
        landscape=False,
        empty=phrases.NO_DRILL,
    )


def _facts(report: DrillReport, desk: Desk) -> tuple[tuple[str, str], ...]:
    labels = phrases.DRILL_FACTS
    result = phrases.DRILL_PASSED if report.passed else phrases.DRILL_NOT_PASSED
    return (
        (labels[0], result),
        (labels[1], f"{report.made_at:%Y-%m-%d %H:%M} · {megabytes(report.size)}"),
        (labels[2], f"{report.started_at:%Y-%m-%d %H:%M} ~ {report.finished_at:%H:%M}"),
        (labels[3], desk.account(report.account)),
    )
