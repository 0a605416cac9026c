from dataclasses import replace
from datetime import date

import pytest

from easycare_desktop.documents import preview
from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateOverclaimsError,
    CertificateState,
    DestructionCertificate,
    FileCopy,
    KeyPlaceLine,
    OutsideCopy,
    StruckOff,
    proven_state,
)
from easycare_desktop.documents.press import press
from tests.documents.papers import one_line, pdf_of
from tests.documents.samples.certificates import sample_certificate

FULL = sample_certificate()
DOUBTS = {
    "place not replaced": replace(FULL, key_places=(KeyPlaceLine("금고 USB"),)),
    "no place at all": replace(FULL, key_places=()),
    "old generation here": replace(FULL, run=replace(FULL.run, erased=False)),
    "an error": replace(FULL, run=replace(FULL.run, errors=1)),
    "not searched": replace(FULL, searches=()),
    "something found": replace(FULL, searches=(replace(FULL.searches[0], found=1),)),
    "blind search": replace(FULL, searches=(replace(FULL.searches[0], control_found=False),)),
    "copy unticked": replace(FULL, outside=(OutsideCopy("공단 포털", done=False),)),
}


def text_of(value: DestructionCertificate) -> str:
    return one_line(preview.text_of(press(value)))


def test_facts_without_doubt_allow_complete():
    assert proven_state(FULL) is CertificateState.COMPLETE


@pytest.mark.parametrize("doubt", DOUBTS)
def test_any_doubt_forbids_complete(doubt: str):
    value = DOUBTS[doubt]
    assert proven_state(value) is CertificateState.PARTIAL
    with pytest.raises(CertificateOverclaimsError) as refused:
        press(value)
    assert refused.value.proven is CertificateState.PARTIAL


@pytest.mark.parametrize("doubt", DOUBTS)
def test_a_partial_paper_names_what_is_open(doubt: str):
    text = text_of(replace(DOUBTS[doubt], state=CertificateState.PARTIAL))
    assert "일부완료" in text
    assert "아직남은일이있습니다." in text
    assert "확인할것을모두확인하였습니다" not in text


def test_a_failure_can_claim_nothing_more():
    failed = replace(FULL, failure="멈춤", state=CertificateState.PARTIAL)
    with pytest.raises(CertificateOverclaimsError):
        press(failed)
    assert "파기를마치지못하였습니다" in text_of(replace(failed, state=CertificateState.FAILED))


def test_the_paper_may_say_less_than_is_proven():
    assert "일부완료" in text_of(replace(FULL, state=CertificateState.PARTIAL))


def test_what_a_complete_certificate_says():
    text = one_line(preview.text_of(pdf_of("sample_certificate")))
    for words in (
        "암호열쇠16개",
        "제41세대→제42세대",
        "남은열쇠4,318개",
        "1,207건은모두열렸습니다",
        "2곳가운데2곳을새세대로바꿈",
        "자료백업12개에는암호문이남아있을수있습니다",
        "기관이가진열쇠로는열수없습니다",
        "확인용표본",
        "2031-11-20까지",
        "이확인서가증명하지못하는것",
        "SSD의예비영역",
        "화면을찍은사진",
        "윈도우복원지점",
        "적힌시각과사실은기관의진술입니다",
    ):
        assert words in text, words


def test_ciphertext_is_not_called_closed_while_an_old_key_lies_about():
    value = replace(DOUBTS["place not replaced"], state=CertificateState.PARTIAL)
    text = text_of(value)
    assert "기관이가진열쇠로는열수없습니다" not in text
    assert "그열쇠로열릴수있습니다" in text


def test_the_copy_on_file_carries_the_number_only():
    person = text_of(FULL)
    filed = text_of(replace(FULL, copy=FileCopy()))
    assert "홍길동" in person
    assert FULL.copy.salt in person
    assert "홍길동" not in filed
    assert FULL.copy.salt not in filed
    assert "R-0042" in filed
    assert FULL.proof.commitment in filed


def test_many_groups_still_fit_on_two_pages():
    """Two groups share a line then, and a reason that holds for all is said once."""
    names = [f"묶음 {number}" for number in range(16)]
    first = FULL.groups[0]
    many = replace(FULL, groups=tuple(replace(first, label=name) for name in names))
    pdf = press(many)
    assert preview.page_count(pdf) == 2
    text = one_line(preview.text_of(pdf))
    assert all(one_line(name) in text for name in names)
    assert text.count("사유·근거:") == 1
    other = replace(
        many, groups=(*many.groups[:13], replace(first, label="다른 것", reason="기간 끝"))
    )
    assert "다른것:기간끝" in one_line(preview.text_of(press(other)))


def test_keys_that_are_lost_are_not_said_away():
    text = text_of(replace(FULL, lost_places=(40,)))
    assert "기관이가진열쇠로는열수없습니다" not in text
    assert "잃어버린보관처에남은옛열쇠로는열릴수있습니다" in text


def test_what_stands_elsewhere_is_not_certified_away():
    text = text_of(replace(FULL, mentions_found=2))
    assert "다른자료에적힌것(2건찾음)--그대로둠-" in text
    assert "다른자료에적힌2건은지우지않았습니다." in text.split("1.파기한항목")[0]
    assert "다른자료에적힌2건" in text.split("7.이확인서가증명하지못하는것")[1]


def test_a_paper_does_not_contradict_itself_about_places_that_were_struck_off():
    on = date(2026, 11, 20)
    unknown = text_of(replace(FULL, struck_off=(StruckOff(on, said_gone=False),)))
    assert "옛열쇠가남아있을수있습니다." in unknown
    assert "기관이가진열쇠로는열수없습니다" not in unknown
    gone = text_of(replace(FULL, struck_off=(StruckOff(on, said_gone=True),)))
    assert "기관이없앴다고적은,등록에서뺀열쇠보관처(뺀날2026-11-20)가남아있는경우" in gone
    assert "기관이가진열쇠로는열수없습니다." in gone
