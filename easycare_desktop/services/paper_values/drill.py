"""The value of the one-page report of a drill."""

from easycare_desktop.documents import drill_words as words
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
            words.HELD if check.held else words.FAILED,
            seen.format(f"{check.count:,}"),
        )
        for number, check in enumerate(report.checks if report else (), start=1)
        for asked, seen in (words.CHECKS[check.code],)
    ]
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=words.TITLE,
        columns=(
            Column(words.COLUMNS[0], 0.5, Align.CENTRE),
            Column(words.COLUMNS[1], 4.2),
            Column(words.COLUMNS[2], 1.0, Align.CENTRE),
            Column(words.COLUMNS[3], 1.2),
        ),
        rows=tuple(rows),
        facts_above=_facts(report, desk) if report else (),
        notes=(*(words.NOTES if report else ()), words.ADVICE),
        landscape=False,
        empty=words.NONE,
    )


def _facts(report: DrillReport, desk: Desk) -> tuple[tuple[str, str], ...]:
    labels = words.FACTS
    result = words.PASSED if report.passed else words.NOT_PASSED
    if report.opens_here_alone:
        result = words.HERE_ALONE
    return (
        (labels[0], result),
        (labels[1], f"{report.made_at:%Y-%m-%d %H:%M} · {megabytes(report.size)}"),
        (labels[2], f"{report.started_at:%Y-%m-%d %H:%M} ~ {report.finished_at:%H:%M}"),
        (labels[3], desk.account(report.account)),
    )
