"""The report of looking a month of the access log through."""

from easycare_desktop.documents import review_words as words
from easycare_desktop.documents.contents.table_paper import TablePaper
from easycare_desktop.documents.values import ApprovalNames
from easycare_desktop.documents.words import action_word, word
from easycare_desktop.domain.log_review import month_from
from easycare_desktop.services.log_reviews import FindingLine, MonthLook, look_in
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.paper_values.lists import columns_of

_SHARES = (1.35, 1.0, 1.7, 2.2, 0.7, 1.1)


def log_review(desk: Desk, month: int) -> TablePaper:
    """Return the report of a month, told as one number; before its review it says so."""
    look = look_in(desk.office, desk.step, month_from(month))
    review = look.review
    done_by = words.NOT_YET
    if review is not None:
        done_by = f"{review.reviewed_on:%Y-%m-%d} {desk.account(review.account_id)}".strip()
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=words.TITLE,
        columns=columns_of(words.COLUMNS, _SHARES, centred={0}, right={4}),
        rows=tuple(_row(each) for each in look.findings),
        facts_above=(
            (words.MONTH, words.month_words(look.month)),
            (words.LINES, words.counted(look.lines, _kinds(look), len(look.findings))),
            (words.DONE_BY, done_by),
            (words.HEAD, (review.head if review else look.head) or "-"),
        ),
        notes=words.said_of(review.found, review.done) if review else (),
        landscape=False,
        empty=words.EMPTY,
        approval=ApprovalNames(),
    )


def _kinds(look: MonthLook) -> str:
    return ", ".join(f"{word(verb)} {count:,}" for verb, count in look.verbs.items())


def _row(line: FindingLine) -> tuple[str, ...]:
    found = line.finding
    what = action_word(found.action) if found.action else ""
    return (
        f"{found.day:%Y-%m-%d}",
        line.account,
        word(found.why),
        " · ".join(filter(None, (what, line.person_number))),
        f"{found.count:,}",
        words.line_numbers(found.first, found.last),
    )
