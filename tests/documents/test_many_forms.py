"""Forms laid out once for many people: the same as if each were pressed by itself."""

from dataclasses import replace

from easycare_desktop.documents import preview
from easycare_desktop.documents.press import press, press_form, press_many
from easycare_desktop.domain.return_codes import Slip
from tests.documents.papers import fonts_in
from tests.documents.samples.consents import sample_consent, sample_consent_blank
from tests.documents.samples.office import LONG_PERSON, OFFICE

BLANK = replace(sample_consent_blank(), office=OFFICE)
FORMS = tuple(
    replace(
        BLANK,
        person=replace(sample_consent().person, name=name, number=f"P-{number:05d}"),
        facts=replace(
            BLANK.facts,
            number=f"M2026-{number:05d}",
            slip=Slip("CF", "ABCDEF", f"0123456789{number:02d}", "WXYZ"),
        ),
    )
    for number, name in enumerate(("홍길동", "남궁가나", "김새봄"))
)


def places(pdf: bytes, *words: str) -> list[int]:
    text = preview.text_of(pdf)
    return [text.index(word) for word in words]


def test_each_looks_as_if_it_were_pressed_alone():
    many = press_many(FORMS)
    assert many is not None
    for value, form in zip(FORMS, many.forms, strict=True):
        alone = press_form(value)
        assert (form.pages, form.boxes) == (alone.pages, alone.boxes)
        assert preview.texts_of(form.pdf) == preview.texts_of(alone.pdf)
        for page in range(form.pages):
            one, two = (preview.render_page(each, page, 60) for each in (form.pdf, alone.pdf))
            assert one == two


def test_each_value_is_read_after_its_label():
    many = press_many(FORMS)
    assert many is not None
    who = FORMS[0].person
    read = [
        *("정보주체", who.name, "생년월일", "1941-03-05"),
        *("관리번호", who.number, "연락처", who.phone),
        *("1. [필수]", "2. [필수"),
    ]
    found = places(many.forms[0].pdf, *read)
    assert found == sorted(found)


def test_the_file_of_all_holds_every_page_and_only_our_fonts():
    many = press_many(FORMS)
    assert many is not None
    assert preview.page_count(many.pdf) == sum(form.pages for form in many.forms)
    assert all(f"M2026-0000{number}" in preview.text_of(many.pdf) for number in range(3))
    found = fonts_in(many.forms[1].pdf)
    assert found
    assert all(found.values())
    again = press_many(FORMS)
    assert again is not None
    assert again.pdf == many.pdf
    assert again.forms == many.forms


def test_forms_that_differ_in_more_or_do_not_fit_are_left_to_the_slow_way():
    told = replace(FORMS[1], blocks=sample_consent().blocks)
    long = replace(FORMS[1], person=replace(FORMS[1].person, name=LONG_PERSON.name * 2))
    for other in (told, long):
        assert press_many((FORMS[0], other)) is None
        assert press(other)
