from dataclasses import replace

import pytest

from easycare_desktop.domain.returned import (
    Doubt,
    ReturnedNotWaitingError,
)
from easycare_desktop.services import slips
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.returned_filing import BackPaper
from tests.helpers.returning import TODAY, Desk, scans


def test_an_unsigned_form_and_a_used_number_wait_for_a_decision(desk: Desk):
    form = desk.fresh()
    assert desk.take(scans(form, sign=False)).doubtful == 1
    assert desk.only().paper.doubt is Doubt.UNSIGNED
    desk.take(scans(form), "again.pdf")
    assert [each.paper.doubt for each in desk.waiting()] == [Doubt.UNSIGNED, Doubt.USED_NUMBER]


def test_a_blank_form_says_nobody(desk: Desk):
    desk.take(scans(desk.blank))
    assert desk.only().paper.doubt is Doubt.NOBODY
    desk.take(scans(desk.blank, seed=9), "more.pdf")
    assert [each.paper.doubt for each in desk.waiting()] == [Doubt.NOBODY, Doubt.NOBODY]
    desk.services.returned.keep(BackPaper(desk.waiting()[0].paper.id, TODAY), desk.guardian.id)
    assert len(desk.waiting()) == 1


def test_a_missing_page_joins_the_one_that_came_before(desk: Desk):
    form = desk.fresh(PaperKind.CANCELLATION_FORM)
    first, second = scans(form)
    desk.take([second])
    assert desk.only().paper.doubt is Doubt.PAGE_MISSING
    assert desk.take([first], "later.png").ready == 1
    waiting = desk.only()
    assert (waiting.paper.doubt, waiting.paper.pages) == (None, 2)
    assert len(desk.services.returned.open(waiting.paper.id).boxes) == 1


def test_a_page_without_a_code_waits_and_is_filed_by_hand(desk: Desk):
    page = scans(desk.fresh())[-1]
    page.paste(255, (0, 0, page.width, page.height // 8))
    page.paste(255, (0, page.height * 7 // 8, page.width, page.height))
    desk.take([page])
    waiting = desk.only()
    assert (waiting.paper.doubt, waiting.person) == (Doubt.NO_CODE, None)
    desk.services.returned.keep(BackPaper(waiting.paper.id, TODAY), desk.person.id, "위임장")
    with pytest.raises(ReturnedNotWaitingError):
        desk.services.returned.drop(waiting.paper.id)


def test_an_older_edition_and_an_unknown_number_are_told_apart(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    form = desk.fresh()
    monkeypatch.setattr(slips, "text_versions", lambda _office, _kind: frozenset({"2099-1"}))
    desk.take(scans(form))
    assert desk.only().paper.doubt is Doubt.OLD_EDITION
    monkeypatch.undo()
    with desk.services.office.files.office() as connection:
        connection.exec_driver_sql(
            "UPDATE slip SET number = 'ZZZZZZZZZZZZ' WHERE paper_id = ?", (form.paper.id,)
        )
    desk.take(scans(form, seed=4), "unknown.pdf")
    assert [each.paper.doubt for each in desk.waiting()][1] is Doubt.UNKNOWN_NUMBER


def test_a_form_of_another_office_is_never_taken_for_ours(desk: Desk):
    form = desk.fresh()
    info = desk.services.office.info
    try:
        desk.services.office.info = replace(info, id="another office")
        foreign = desk.fresh()
    finally:
        desk.services.office.info = info
    assert desk.take(scans(foreign)).doubtful == 1
    assert desk.only().paper.doubt is Doubt.OTHER_OFFICE
    assert desk.take(scans(form), "ours.pdf").ready == 1
