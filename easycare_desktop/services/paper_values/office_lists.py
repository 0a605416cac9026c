"""The register of prints and the statement of accounts."""

from collections.abc import Sequence

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.account_statement import AccountRow, AccountStatement
from easycare_desktop.documents.contents.table_paper import TablePaper
from easycare_desktop.documents.paper_titles import editable_title, title_of_code
from easycare_desktop.documents.values import ApprovalNames
from easycare_desktop.documents.words import word
from easycare_desktop.security.accounts import SHEET_ACCOUNT_ID, Account, AccountState
from easycare_desktop.services.paper_values.common import Desk
from easycare_desktop.services.paper_values.lists import columns_of
from easycare_desktop.storage.repositories.papers import EDITABLE_MEDIA, PaperRecord

PRINTS = 1_000
_SHARES = (1.2, 1.5, 2.2, 1.2, 1.0, 1.9, 0.7, 0.7)


def print_register(desk: Desk) -> TablePaper:
    """Return the newest papers that left the program, printed or saved; numbers, no names."""
    records = desk.step.uow.papers.gone_out(PRINTS)
    rows = _rows(desk, records)
    days = [each.made_at.date() for each in records] or [desk.today()]
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.PRINTS_TITLE,
        columns=columns_of(phrases.PRINTS_COLUMNS, _SHARES, centred={0, 1, 7}, right={6}),
        rows=rows,
        facts_above=((phrases.PERIOD, phrases.lines_between(min(days), max(days), len(rows))),),
        notes=phrases.PRINTS_NOTES,
        empty=phrases.NO_PRINTS,
        approval=ApprovalNames(),
    )


def _rows(desk: Desk, records: Sequence[PaperRecord]) -> tuple[tuple[str, ...], ...]:
    uow = desk.step.uow
    people = uow.people.some(each.person_id for each in records if each.person_id)
    requests = uow.requests.numbers()
    plans = uow.plan_overview.numbers()

    def whose(record: PaperRecord) -> str:
        if record.person_id in people:
            return people[record.person_id].number
        return requests.get(record.request_id or 0) or plans.get(record.plan_id or 0, "")

    return tuple(
        (
            record.number,
            f"{record.made_at:%Y-%m-%d %H:%M}",
            _title(record),
            whose(record),
            desk.account(record.account_id),
            record.purpose,
            f"{record.copies:,}" if record.copies else "",
            phrases.SAVED if record.saved else "",
        )
        for record in records
    )


def _title(record: PaperRecord) -> str:
    title = title_of_code(record.kind)
    return editable_title(title) if record.media == EDITABLE_MEDIA else title


def account_statement(desk: Desk) -> AccountStatement:
    """Return every account that a person has, the ones in use first."""
    accounts = [each for each in desk.office.keys.accounts() if each.id != SHEET_ACCOUNT_ID]
    accounts.sort(key=lambda each: (each.state is not AccountState.ACTIVE, each.id))
    return AccountStatement(
        desk.head, desk.facts, desk.today(), tuple(_account(each) for each in accounts)
    )


def _account(account: Account) -> AccountRow:
    return AccountRow(
        name=account.name,
        role=word(account.role),
        state=phrases.ACCOUNT_STATES[account.state.value],
        since=account.created_at.date(),
        password_on=account.changed_at.date(),
        active=account.state is AccountState.ACTIVE,
        first_password=account.given,
    )
