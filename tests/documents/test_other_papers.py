from dataclasses import replace

from easycare_desktop.documents import preview
from easycare_desktop.documents.contents.result_notice import Outcome
from easycare_desktop.documents.press import press
from easycare_desktop.documents.strings import fingerprint
from tests.documents.papers import metadata, one_line, pdf_of
from tests.documents.samples import disposals, notices, office
from tests.documents.samples.ledgers import sample_ledger


def text_of(name: str) -> str:
    return one_line(preview.text_of(pdf_of(f"sample_{name}")))


def test_ledger_repeats_its_heads_and_shows_every_line():
    text = text_of("ledger_long")
    assert text.count("개인정보파일명") == preview.page_count(pdf_of("sample_ledger_long"))
    assert all(f"R-{number:04}" in text for number in range(42, 102))


def test_ledger_is_landscape_and_carries_no_name():
    width, height = preview.page_size(pdf_of("sample_ledger"), 0)
    assert width > height
    assert "홍길동" not in text_of("ledger")
    assert sample_ledger().head in text_of("ledger")


def test_an_empty_ledger_says_so():
    assert "이기간에파기한것이없습니다." in text_of("ledger_empty")


def test_one_page_answer_fits_one_page_in_the_usual_case():
    usual = replace(notices.sample_answer(), gone=office.many_gone(7), kept=office.many_kept(5))
    assert preview.page_count(press(usual)) == 1
    assert preview.page_count(pdf_of("sample_answer")) == 1


def test_answer_says_what_which_article_from_when_until_when_and_where():
    text = text_of("answer")
    for words in (
        "급여계약·급여제공기록",
        "노인장기요양보험법시행규칙제27조제4항",
        "마지막급여제공일",
        "2026-11-20",
        "2031-11-20까지",
        "서류함나-3칸",
        "지운것4가지",
        "아직보관하는것3가지",
    ):
        assert words in text, words


def test_answer_to_nothing_still_answers():
    text = text_of("answer_empty")
    assert "지운것이없습니다." in text
    assert "보관하는것이없습니다." in text


def test_notice_is_never_complete_with_open_points():
    assert "일부완료" in text_of("result_long")
    assert "신청하신내용을모두처리하였습니다" not in text_of("result_long")
    assert "일부완료" not in text_of("result")


def test_refusal_gives_reason_article_and_where_to_object():
    notice = notices.sample_result_empty()
    assert notice.outcome is Outcome.REFUSED
    text = text_of("result_empty")
    for words in ("거절", "제36조제1항단서", "이의가있으실때", "1833-6972", "118", "1301", "182"):
        assert words in text, words


def test_receipt_names_number_due_day_and_contact():
    text = text_of("receipt")
    for words in ("2026-0147", "2026년12월4일까지", "박담당02-0000-1200", "분리보관·파기"):
        assert words in text, words


def test_secret_of_the_recovery_sheet_is_on_the_page_alone():
    sheet = notices.sample_sheet()
    told = "".join(metadata(pdf_of("sample_sheet")).values())
    assert not [group for group in sheet.groups if group in told or group in repr(sheet)]
    other = replace(sheet, groups=("ZZZZZ",) * 5)
    assert fingerprint(other) == fingerprint(sheet)
    assert all(group in text_of("sheet") for group in sheet.groups)


def test_practice_and_real_papers_differ_on_every_page():
    assert "연습용" in text_of("receipt")
    assert "연습용" not in text_of("result")


def test_the_certificate_of_paper_stays_on_one_page_in_an_office_with_a_long_name():
    value = replace(disposals.sample_printed(), office=office.LONG_OFFICE)
    assert preview.page_count(press(value)) == 1
