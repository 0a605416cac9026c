import re

import pytest

from easycare_desktop.documents import preview
from tests.documents.papers import one_line, pdf_of

FORMS = ("cancel_a", "cancel_a_blank", "cancel_b", "cancel_b_blank", "cancel_b_long")
PARTS = (
    "이지케어서비스이용취소신청서",
    "접수번호",
    "접수방법",
    "1.신청구분",
    "2.이용자",
    "3.신청인",
    "4.이용기간과취소사유",
    "5.요금정산과자료",
    "자료반출",
    "6.들으신안내",
    "7.보존하는항목과그근거",
    "8.파기하는항목",
    "9.철회할동의",
    "10.붙임서류",
    "신청인",
    "처리란신청인은적지않습니다",
)


def text_of(name: str) -> str:
    return one_line(preview.text_of(pdf_of(f"sample_{name}")))


@pytest.mark.parametrize("name", FORMS)
def test_two_pages_hold_every_part_and_three_the_longest(name: str):
    text = text_of(name)
    pages = 3 if name.endswith("_long") else 2  # letters do not shrink for long lists
    assert preview.page_count(pdf_of(f"sample_{name}")) == pages
    assert [part for part in PARTS if part not in text] == []
    assert "귀중" in text


def test_the_blank_form_ticks_its_kind_and_nothing_else():
    for name, kind in (
        ("cancel_a_blank", "A프로그램이용취소"),
        ("cancel_b_blank", "B급여계약해지"),
    ):
        text = text_of(name)
        assert text.count("☑") == 1
        assert f"☑{kind}" in text


def test_the_filled_form_says_what_was_recorded():
    text = text_of("cancel_b")
    for words in ("☑방문", "☑전부", "☑시설입소·사망", "☑위임받은자", "☑법정보존후파기"):
        assert words in text
    assert "42,500원" in text
    assert "2026-11-20→2031-11-20" in text


def test_relation_a_asks_for_the_office_and_b_for_the_person():
    assert "이용아이디" in text_of("cancel_a")
    assert "사업자번호" in text_of("cancel_a")
    assert "인정번호·사번" in text_of("cancel_b")
    assert "이용아이디" not in text_of("cancel_b")


def test_no_item_is_lost_when_lists_are_long():
    text = text_of("cancel_b_long")
    for number in range(1, 15):
        assert f"{number}.사진(소식지)" in text
        assert f"{number}.[선택]활동사진" in text
    assert len(set(re.findall(r"(\d+)\.(?:급여계약|본인부담금|상담)", text))) == 14
