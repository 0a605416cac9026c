import re
from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.law import Event, LawBook, Mark, RuleKind
from easycare_desktop.domain.periods import Period
from easycare_desktop.domain.rule_refusals import RuleFileError
from easycare_desktop.system.rule_files import (
    load_date_words,
    load_extra_holidays,
    load_law_book,
)

RULES = Path(__file__).resolve().parents[2] / "resources" / "rules"
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def book() -> LawBook:
    return load_law_book(RULES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in RULES.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


PERIODS = {
    "L-01": (Period(years=5), Event.SERVICE_ENDED, Mark.VERIFIED),
    "L-02": (Period(years=5), Event.TAX_DUE, Mark.SECONDARY),
    "L-03": (Period(years=5), Event.VAT_DUE, Mark.SECONDARY),
    "L-04": (Period(years=5), Event.CONTRACT_ENDED, Mark.VERIFIED),
    "L-05": (Period(years=5), Event.PAID, Mark.VERIFIED),
    "L-06": (Period(years=3), Event.CASE_CLOSED, Mark.VERIFIED),
    "L-07": (Period(months=6), Event.POSTING_ENDED, Mark.VERIFIED),
    "L-08": (Period(months=3), Event.LOGGED, Mark.SECONDARY),
    "L-09": (Period(years=10), Event.BOOKS_CLOSED, Mark.MEMORY),
    "L-10": (Period(years=3), Event.EMPLOYMENT_ENDED, Mark.MEMORY),
    "L-11": (Period(years=3), Event.WORK_COMPLETED, Mark.MEMORY),
    "L-12": (Period(years=2), Event.LOGGED, Mark.SECONDARY),
    "L-13": (Period(years=3), Event.RIGHT_CHANGED, Mark.MEMORY),
    "L-14": (Period(years=3), Event.TRANSFER_ASKED, Mark.VERIFIED),
    "L-15": (Period(days=60), Event.FILMED, Mark.VERIFIED),
    "I-01": (Period(years=1), Event.CANCELLATION_DONE, Mark.PROPOSED),
    "I-02": (Period(years=1), Event.CANCELLED, Mark.PROPOSED),
    "I-03": (Period(months=6), Event.LAST_CONTACT, Mark.PROPOSED),
    "I-04": (Period(days=180), Event.HIRING_DECIDED, Mark.MEMORY),
    "I-05": (Period(years=3), Event.REQUEST_CLOSED, Mark.PROPOSED),
    "I-06": (Period(years=3), Event.DESTROYED, Mark.PROPOSED),
    "I-07": (Period(), Event.INFORMATION_ENDED, Mark.PROPOSED),
    "I-08": (Period(days=30), Event.NOTICED, Mark.PROPOSED),
    "I-09": (Period(days=30), Event.MERGED, Mark.PROPOSED),
}


@pytest.mark.parametrize("code", PERIODS)
def test_the_retention_table(book: LawBook, code: str):
    row = book.rules_on(TODAY)[code]
    assert (row.period, row.event, row.mark) == PERIODS[code]
    assert row.kind is (RuleKind.INTERNAL if code.startswith("I-") else RuleKind.STATUTE)
    assert row.what
    assert row.reason
    assert row.citation
    assert row.checked_on == TODAY


def test_every_other_row_is_a_variant_of_one_of_the_table(book: LawBook):
    assert {re.sub(r"[A-Z]+$", "", row.code) for row in book.retention} == set(PERIODS)


def test_only_consent_papers_have_no_period_of_their_own(book: LawBook):
    assert [row.code for row in book.retention if row.same_as_information] == ["I-07"]


def test_rows_from_memory_ask_for_confirmation(book: LawBook):
    doubtful = {row.code for row in book.retention if row.needs_confirmation}
    assert {"L-09", "L-10", "L-11", "L-13", "I-04"} <= doubtful
    assert not doubtful & {"L-01", "L-05", "I-01"}


@pytest.mark.parametrize(
    ("code", "period"),
    [
        ("destroy_after_cause", Period(days=5)),
        ("answer_request", Period(days=10)),
        ("policy_notice", Period(days=7)),
        ("breach_notice", Period(hours=72)),
        ("breach_report", Period(hours=72)),
        ("entitlement_renewal_opens", Period(days=90)),
        ("entitlement_renewal_closes", Period(days=30)),
        ("designation_term", Period(years=6)),
        ("designation_renewal_by", Period(days=90)),
        ("password_change", Period(days=90)),
        ("idle_lock", Period(minutes=10)),
        ("log_keeping", Period(years=2)),
    ],
)
def test_the_deadlines(book: LawBook, code: str, period: Period):
    row = book.deadlines.get(code)
    assert row.period == period
    assert row.law
    assert row.article


def test_answers_move_to_a_working_day_and_destruction_does_not(book: LawBook):
    assert book.deadlines.get("answer_request").shifts
    assert not book.deadlines.get("destroy_after_cause").shifts
    assert book.deadlines.get("policy_notice").clear


def test_the_public_bodies_that_help(book: LawBook):
    assert {row.code: row.phone for row in book.contacts} == {
        "kisa": "118",
        "kopico": "1833-6972",
        "spo": "1301",
        "police": "182",
    }


def test_articles_are_found(book: LawBook):
    assert book.basis("pipa_21").citation == "개인정보 보호법 제21조"
    assert all(row.summary.endswith(".") for row in book.bases)


def test_no_holiday_is_made_up():
    assert load_extra_holidays(RULES) == {}


def test_own_holidays_are_read(folder: Path):
    (folder / "holidays.toml").write_text(
        '[[holiday]]\nday = 2030-01-02\nname = "임시공휴일"\nentered_on = 2029-12-20\n', "utf-8"
    )
    assert load_extra_holidays(folder) == {date(2030, 1, 2): "임시공휴일"}


def test_date_words_are_read():
    words = load_date_words(RULES)
    assert words.days["오늘"] == 0
    assert words.later
    assert words.earlier


@pytest.mark.parametrize(
    ("file", "before", "after", "row"),
    [
        ("retention.toml", 'code = "L-01"', 'code = "L-01"\nyear = 5', "L-01"),
        ("retention.toml", 'event = "service_ended"', 'event = "sometime"', "L-01"),
        ("retention.toml", 'event = "service_ended"', "", "L-01"),
        ("retention.toml", "years = 5", 'years = "5"', "L-01"),
        ("retention.toml", "years = 5", "", "L-01"),
        ("retention.toml", "years = 5", "years = true", "L-01"),
        ("retention.toml", "same_as_information = true", "same_as_information = false", "I-07"),
        ("retention.toml", "checked_on = 2026-11-23", "checked_on = 2026-11-23T10:00:00", "L-01"),
        ("retention.toml", 'code = "L-01"', "", ""),
        (
            "deadlines.toml",
            'code = "answer_request"',
            'code = "destroy_after_cause"',
            "destroy_after_cause",
        ),
        ("deadlines.toml", "days = 5\n", "", "destroy_after_cause"),
        ("contacts.toml", 'phone = "118"', "phone = 118", "kisa"),
        ("legal_basis.toml", 'mark = "verified"', 'mark = "sure"', "pipa_15"),
        ("legal_basis.toml", "[[basis]]", "[[basis]", ""),
    ],
)
def test_a_row_that_contradicts_itself_is_named(
    folder: Path, file: str, before: str, after: str, row: str
):
    path = folder / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(RuleFileError) as refused:
        load_law_book(folder)
    assert (refused.value.file_name, refused.value.row) == (file, row)
    assert refused.value.reason


def test_a_missing_file_is_named(folder: Path):
    (folder / "contacts.toml").unlink()
    with pytest.raises(RuleFileError) as refused:
        load_law_book(folder)
    assert refused.value.file_name == "contacts.toml"
