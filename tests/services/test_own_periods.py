"""The officer sets the period of a row with a reason, and sees whom it touches."""

from datetime import date, datetime

import pytest

from easycare_desktop.domain.own_periods import (
    PeriodDayPassedError,
    PeriodEmptyError,
    PeriodNotOwnError,
    PeriodReasonMissingError,
    PeriodTooLongError,
    StatuteShortenedError,
)
from easycare_desktop.domain.periods import Period
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.domain.rule_refusals import UnknownRuleError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.longer_stays import keep_by_law
from easycare_desktop.system.clock import SEOUL
from tests.helpers.cases import approved, known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome

TODAY = date(2026, 11, 23)
TEN = Period(years=10)
WHY = "시행규칙이 바뀜"
TEN_YEARS = date(2036, 11, 20)


def ends_apart(services: Services) -> dict[str, date]:
    return {each.group: each.until for each in services.separated.list()}


def years_of(services: Services, code: str) -> int:
    return services.office.law.rules_on(services.office.today())[code].years


def test_what_is_kept_apart_is_kept_longer_and_named_before(home: OfficeHome):
    services = Services(home.open())
    services.start()
    person = known_person(services)
    services.destruction_run.run(approved(services, person).id)
    touched = services.rules.touched("L-01", TEN, TODAY)
    assert {each.group for each in touched} >= {"care_contract", "care_record"}
    assert {each.person_number for each in touched} == {person.number}
    assert {each.until for each in touched} == {TEN_YEARS}
    assert ends_apart(services)["care_record"] == date(2031, 11, 20)
    assert services.rules.set_period("L-01", TEN, TODAY, WHY) == len(touched)
    assert ends_apart(services)["care_record"] == TEN_YEARS
    services.office.close()
    again = Services(home.open())
    again.start()
    assert years_of(again, "L-01") == 10
    line = next(each for each in again.rules.retention() if each.rule.code == "L-01")
    assert line.rule.own == WHY
    assert ends_apart(again)["care_record"] == TEN_YEARS
    again.office.close()


def test_a_period_of_a_later_day_waits_for_it(services: Services):
    services.destruction_run.run(approved(services, known_person(services)).id)
    assert services.rules.set_period("L-01", TEN, date(2028, 1, 1), WHY) == 0
    assert years_of(services, "L-01") == 5
    services.office.clock.set(datetime(2028, 1, 1, 9, tzinfo=SEOUL))
    assert years_of(services, "L-01") == 10
    keep_by_law(services.office)
    assert ends_apart(services)["care_record"] == TEN_YEARS


def test_the_policy_of_the_office_is_changed_both_ways_and_back(services: Services):
    services.rules.set_period("I-01", Period(months=6), TODAY, WHY)
    rule = services.office.law.rules_on(TODAY)["I-01"]
    assert rule.period == Period(months=6)
    services.rules.set_period("I-01", Period(years=1), TODAY, WHY)
    assert services.office.law.rules_on(TODAY)["I-01"].period == Period(years=1)


@pytest.mark.parametrize(
    ("code", "period", "day", "why", "refusal"),
    [
        ("L-01", Period(years=3), TODAY, WHY, StatuteShortenedError),
        ("L-01", Period(), TODAY, WHY, PeriodEmptyError),
        ("L-01", Period(years=99_999), TODAY, WHY, PeriodTooLongError),
        ("L-01", TEN, date(2026, 11, 22), WHY, PeriodDayPassedError),
        ("L-01", TEN, TODAY, " ", PeriodReasonMissingError),
        ("I-07", TEN, TODAY, WHY, PeriodNotOwnError),
        ("L-99", TEN, TODAY, WHY, UnknownRuleError),
    ],
)
def test_what_may_not_be_set(
    services: Services, code: str, period: Period, day: date, why: str, refusal: type[Refusal]
):
    before = services.office.law
    with pytest.raises(refusal):
        services.rules.set_period(code, period, day, why)
    assert services.office.law is before


def test_a_statute_is_never_shorter_than_it_was_read_though_it_was_lengthened(services: Services):
    services.rules.set_period("L-01", TEN, TODAY, WHY)
    services.rules.set_period("L-01", Period(years=5), TODAY, "잘못 적었음")
    assert years_of(services, "L-01") == 5
    with pytest.raises(StatuteShortenedError):
        services.rules.set_period("L-01", Period(years=4), TODAY, WHY)


def test_a_clerk_sets_nothing(home: OfficeHome):
    office = home.open(CLERK, OTHERS_PASSWORD)
    services = Services(office)
    with pytest.raises(NotPermittedError):
        services.rules.set_period("L-01", TEN, TODAY, WHY)
    office.close()
