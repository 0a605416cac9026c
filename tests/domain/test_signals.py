"""Windows, what comes again, and what must be there: from dated rules and what is on record."""

from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.law import LawBook
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.signals import Signal, signals_of
from easycare_desktop.system.rule_files import load_law_book
from easycare_desktop.ui.wording.signals import signal_words

TODAY = date(2026, 11, 23)
RECIPIENT, STAFF, OFFICE = PersonKind.RECIPIENT, PersonKind.STAFF, PersonKind.OFFICE
Contents = dict[str, dict[str, str]]
WHOLE: Contents = {"care_contract": {}}


@pytest.fixture(scope="module")
def book() -> LawBook:
    return load_law_book(Path(__file__).resolve().parents[2] / "resources" / "rules")


def found(book: LawBook, kind: PersonKind, contents: Contents) -> dict[str, Signal]:
    signals = signals_of(book.signals, book.deadlines, kind, contents, TODAY)
    return {each.code: each for each in signals}


@pytest.mark.parametrize(
    ("until", "due"),
    [
        ("2027-02-22", None),
        ("2027-02-21", date(2027, 1, 22)),
        ("2026-12-23", date(2026, 11, 23)),
        ("2026-11-01", date(2026, 10, 2)),
    ],
)
def test_a_renewal_opens_ninety_days_before_and_closes_thirty(
    book: LawBook, until: str, due: date | None
):
    signals = found(book, RECIPIENT, WHOLE | {"entitlement": {"valid_until": until}})
    if due is None:
        assert signals == {}
    else:
        assert signals["entitlement_renewal"].due_on == due
        assert signals["entitlement_renewal"].until == date.fromisoformat(until)
        assert not signals["entitlement_renewal"].doubtful


def test_what_must_be_there_is_missed(book: LawBook):
    assert set(found(book, RECIPIENT, {})) == {"entitlement", "care_contract"}
    assert "employment" in found(book, STAFF, {})


def staff(job: str, **more: str) -> Contents:
    return {
        "employment": {"job": job, "hired_on": "2020-03-02", "licence_no": "2019-1"},
        "training": {
            "care_training_on": "2025-05-05",
            "rights_training_on": "2026-10-01",
            "privacy_training_on": "2026-10-01",
        }
        | more,
        "staff_check": {"health_check_on": "2026-10-01", "record_check_on": "2020-03-01"},
    }


def test_training_comes_again(book: LawBook):
    assert found(book, STAFF, staff("care_worker")) == {}
    due = found(book, STAFF, staff("care_worker", care_training_on="2024-12-10"))
    assert due["care_training"].due_on == date(2026, 12, 10)
    assert found(book, STAFF, staff("cook", care_training_on="2020-12-10")) == {}


@pytest.mark.parametrize(
    ("on", "hours", "due", "words"),
    [
        ("2026-11-10", "8", "", ""),
        ("2026-11-10", "", "", ""),
        ("2026-11-10", "2", None, "요양보호사 보수교육: 2/8시간만 들었습니다"),
        ("2024-12-10", "2", "2026-12-10", "요양보호사 보수교육 2/8시간: 2026-12-10까지입니다"),
        ("2024-12-10", "8", "2026-12-10", "요양보호사 보수교육: 2026-12-10까지입니다"),
        ("2024-11-10", "2", "2026-11-10", "요양보호사 보수교육 2/8시간: 2026-11-10에 지났습니다"),
    ],
)
def test_too_few_hours_are_not_a_training(
    book: LawBook, on: str, hours: str, due: str | None, words: str
):
    contents = staff("care_worker", care_training_on=on, care_training_hours=hours)
    signal = found(book, STAFF, contents).get("care_training")
    if not words:
        assert signal is None
        return
    assert signal is not None
    assert signal.due_on == (date.fromisoformat(due) if due else None)
    assert signal_words(signal, TODAY) == words


def test_who_leaves_before_the_next_training_is_not_asked_for_hours(book: LawBook):
    contents = staff("care_worker", care_training_on="2026-11-10", care_training_hours="2")
    contents["employment"]["left_on"] = "2026-12-31"
    assert "care_training" not in found(book, STAFF, contents)


@pytest.mark.parametrize("group", ["care_contract", "care_contract_2"])
@pytest.mark.parametrize(
    ("last", "why", "asked"),
    [("", "", True), ("2026-06-30", "", True), ("2026-06-30", "expired", False)],
)
def test_a_contract_that_is_settled_asks_for_nothing(
    book: LawBook, group: str, last: str, why: str, asked: bool
):
    contract = {"ends_on": "2026-06-30", "last_service_on": last, "ended_why": why}
    contents = WHOLE | {"entitlement": {"valid_until": "2028-01-01"}, group: contract}
    codes = set(found(book, RECIPIENT, contents))
    assert codes == ({f"contract_ends{group.removeprefix('care_contract')}"} if asked else set())


def test_where_nothing_is_on_record_the_first_day_counts(book: LawBook):
    contents = staff("cook")
    del contents["training"]["rights_training_on"]
    assert found(book, STAFF, contents)["rights_training"].due_on == date(2021, 3, 2)


def test_what_is_remembered_asks_to_be_looked_up(book: LawBook):
    contents = staff("nurse")
    contents["employment"].pop("licence_no")
    contents["staff_check"]["health_check_on"] = "2025-01-01"
    signals = found(book, STAFF, contents)
    assert signals["licence"].doubtful
    assert signals["health_check"].doubtful


def test_the_office_renews_its_designation(book: LawBook):
    profile = {"office_profile": {"designated_until": "2027-04-01"}}
    signal = found(book, OFFICE, profile)["designation_renewal"]
    assert (signal.due_on, signal.until) == (date(2027, 1, 1), date(2027, 4, 1))


def test_nothing_comes_again_after_the_last_day_of_work(book: LawBook):
    due = staff("care_worker", care_training_on="2024-12-10")
    for left_on, asked in (("2026-12-10", True), ("2026-12-09", False), ("2026-11-22", False)):
        contents = due | {"employment": {**due["employment"], "left_on": left_on}}
        assert ("care_training" in found(book, STAFF, contents)) is asked
    late = staff("care_worker", care_training_on="2024-10-10")
    for left_on, asked in (("2026-11-23", True), ("2026-11-22", False)):
        contents = late | {"employment": {**late["employment"], "left_on": left_on}}
        assert ("care_training" in found(book, STAFF, contents)) is asked


@pytest.mark.parametrize(
    ("birth", "note", "asked"),
    [
        ("1990-01-01", "", True),
        ("1990-01-01", "알츠하이머병 진단서", False),
        ("1961-11-24", "", True),
        ("1961-11-23", "", False),
    ],
)
def test_whoever_is_not_old_yet_needs_a_note(book: LawBook, birth: str, note: str, asked: bool):
    contents = WHOLE | {"identity": {"birth": birth}, "entitlement": {"under_65_note": note}}
    signals = found(book, RECIPIENT, contents)
    assert ("under_65" in signals) is asked
    assert not asked or signals["under_65"].doubtful


def test_a_changed_account_is_told_within_fifteen_days(book: LawBook):
    changed: Contents = {"office_profile": {"receiving_changed_on": "2026-11-20"}}
    assert found(book, OFFICE, changed)["account_change"].due_on == date(2026, 12, 5)
    for told, asked in (("2026-11-19", True), ("2026-11-20", False)):
        changed["office_profile"]["receiving_told_on"] = told
        assert ("account_change" in found(book, OFFICE, changed)) is asked
