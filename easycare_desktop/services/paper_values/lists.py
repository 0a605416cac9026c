"""Lists: what is kept apart, the retention rules, the access log."""

from collections.abc import Collection, Sequence

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.office_certificate import OfficeCertificate
from easycare_desktop.documents.contents.separated_ledger import SeparatedLedger, SeparatedRow
from easycare_desktop.documents.contents.table_paper import Align, Column, TablePaper
from easycare_desktop.documents.words import action_word, word
from easycare_desktop.domain.law import RetentionRule
from easycare_desktop.services.certificates import certificate_view
from easycare_desktop.services.paper_values.common import Desk


def separated_ledger(desk: Desk) -> SeparatedLedger:
    """Return everything that is kept apart."""
    movers = {plan.number: plan.requested_by for plan in desk.step.uow.plan_overview.heads()}
    rows = []
    for each in desk.step.separated.all():
        person = desk.step.uow.people.get(each.person_id)
        rule = desk.rules.get(each.rule)
        rows.append(
            SeparatedRow(
                person_number=each.person_number,
                group=desk.group_label(each.group, person.kind),
                article=_article(rule) if rule else each.rule,
                counted_from=each.counted_from,
                until=each.until,
                moved_on=each.separated_at.date(),
                place=phrases.SEPARATED_PLACE,
                moved_by=desk.account(movers.get(each.plan_number)),
                state=word(each.state),
            )
        )
    return SeparatedLedger(desk.head, desk.facts, desk.today(), tuple(rows))


def _article(rule: RetentionRule) -> str:
    """Return the law; where a paper stays as long as what it proves, that, too."""
    same = f" · {phrases.SAME_AS_PROVED}" if rule.same_as_information else ""
    return f"{rule.citation}{same}"


def retention_table(desk: Desk) -> TablePaper:
    """Return every retention rule in force."""
    titles = phrases.RETENTION_COLUMNS
    weights = (0.6, 2.4, 2.2, 0.8, 1.3, 1.1)
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.RETENTION_TITLE,
        columns=columns_of(titles, weights, centred={0}),
        rows=tuple(
            (
                rule.code,
                rule.what,
                rule.citation,
                phrases.period_words(rule.years, rule.months, rule.days),
                word(rule.event),
                _sureness(rule),
            )
            for rule in desk.rules.values()
        ),
        notes=(phrases.certificate_words(known),) if (known := desk.head.certificate) else (),
    )


def log_list(desk: Desk, limit: int) -> TablePaper:
    """Return the newest lines of the access log, with the head of the chain."""
    entries = desk.step.uow.log.newest(limit)
    people = desk.step.uow.people.some(each.person_id for each in entries if each.person_id)
    titles = phrases.LOG_COLUMNS
    weights = (0.6, 1.5, 1.0, 1.2, 1.0, 1.6, 0.6)
    head = desk.step.uow.log.head()
    days = [entry.at.date() for entry in entries] or [desk.today()]
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.LOG_TITLE,
        columns=columns_of(titles, weights, centred={0, 1, 4}, right={6}),
        rows=tuple(
            (
                str(entry.seq),
                f"{entry.at:%Y-%m-%d %H:%M:%S}",
                desk.account(entry.account_id),
                entry.place,
                people[entry.person_id].number if entry.person_id in people else "",
                action_word(entry.action),
                str(entry.count),
            )
            for entry in entries
        ),
        facts_above=(
            (phrases.PERIOD, phrases.lines_between(min(days), max(days), len(entries))),
            (phrases.LOG_HEAD, f"{head[0]} · {head[1].hex()}"),
        ),
    )


def backup_register(desk: Desk) -> TablePaper:
    """Return the register of backups, the newest line first, with the places of today above."""
    rows = desk.step.uow.backups.rows()
    targets = desk.step.uow.backups.targets()
    titles, weights = phrases.BACKUP_COLUMNS, (0.5, 1.5, 1.6, 1.0, 0.9, 0.8, 0.9, 1.0, 1.2, 1.4)
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.BACKUP_TITLE,
        columns=columns_of(titles, weights, centred={0, 1}, right={5, 6, 7}),
        rows=tuple(
            (
                str(len(rows) - number),
                f"{row.at:%Y-%m-%d %H:%M:%S}",
                row.label,
                word(row.cause),
                word(row.outcome),
                f"{row.new_files:,}",
                megabytes(row.new_bytes),
                megabytes(row.total_bytes),
                phrases.COVERED if row.covered else phrases.NOT_COVERED,
                desk.account(row.account_id),
            )
            for number, row in enumerate(rows)
        ),
        facts_above=(
            (phrases.BACKUP_PLACES, ", ".join(each.label for each in targets) or phrases.NONE),
        ),
        notes=phrases.BACKUP_NOTES,
        empty=phrases.NO_BACKUPS,
    )


def columns_of(
    titles: Sequence[str],
    weights: Sequence[float],
    *,
    centred: Collection[int] = (),
    right: Collection[int] = (),
) -> tuple[Column, ...]:
    """Return columns; `centred` and `right` tell by place where text does not stand left."""
    aligns = dict.fromkeys(centred, Align.CENTRE) | dict.fromkeys(right, Align.RIGHT)
    pairs = enumerate(zip(titles, weights, strict=True))
    return tuple(Column(name, weight, aligns.get(at, Align.LEFT)) for at, (name, weight) in pairs)


def megabytes(count: int) -> str:
    """Return a number of bytes as megabytes with one decimal."""
    return f"{count / 1_000_000:,.1f} MB"


def _sureness(rule: RetentionRule) -> str:
    if rule.confirmed_on is not None:
        return f"{phrases.CONFIRMED} {rule.confirmed_on:%Y-%m-%d}"
    return word(rule.mark)


def office_certificate(desk: Desk) -> OfficeCertificate:
    """Return the sheet of the office's own certificate."""
    view = certificate_view(desk.office.keys.certificate())
    return OfficeCertificate(desk.head, desk.facts, desk.today(), view.since, view.until)
