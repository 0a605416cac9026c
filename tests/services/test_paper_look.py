"""Seal and own wording: on every paper from then on, and never on those that left before."""

from easycare_desktop.documents.preview import render_page
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office_look import LOOK
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import intake_of, register
from tests.helpers.seals import scanned_seal
from tests.services.test_papers import words_of

WORDING = {
    "first_sign": "사회복지사",
    "third_sign": "센터장",
    "receipt_after": "저희가 먼저 전화드립니다.\n오전에 오시면 빨리 처리됩니다.",
}


def red_dots(pdf: bytes) -> int:
    page = render_page(pdf, 0, 72)
    dots = zip(*[iter(page.pixels)] * 3, strict=True)
    return sum(red > 140 > max(green, blue) + 40 for red, green, blue in dots)


def test_a_paper_that_left_stays_as_it_was(services: Services):
    request = services.requests.take(intake_of(services, register(services)))
    before = services.papers.make(PaperKind.RECEIPT, request.id, "교부")
    services.papers.printed(before, 1)
    services.paper_look.put_seal(scanned_seal())
    services.profile.save(WORDING, "", LOOK)
    after = services.papers.make(PaperKind.RECEIPT, request.id, "교부")
    assert (red_dots(before.pdf), red_dots(after.pdf) > 100) == (0, True)
    words = words_of(after.pdf)
    assert "저희가먼저전화드립니다." in words
    assert "파기를시작하기전까지는" not in words
    assert "(직인)" in words_of(before.pdf)
    assert "(직인)" not in words
    again = services.papers.again(before.id)
    assert again.pdf == before.pdf
    register_of_prints = words_of(services.papers.make(PaperKind.PRINT_REGISTER, 0, "점검").pdf)
    for head in ("사회복지사", "책임자", "센터장"):
        assert head in register_of_prints


def test_every_version_is_on_record(services: Services):
    look = services.paper_look
    assert (look.read().version, look.read().changes) == (0, ())
    look.put_seal(scanned_seal())
    first = look.read()
    services.profile.save({"third_sign": "원장"}, "직함이 바뀜", LOOK)
    look.drop_seal()
    last = look.read()
    assert first.seal
    assert last.seal == b""
    assert last.version > first.version
    told = {each.what: each.reason for each in last.changes}
    assert told == {"no_seal": "", "third_sign": "직함이 바뀜", "seal": ""}
    assert all(each.by == "박책임" for each in last.changes)


def test_without_a_seal_wording_alone_is_kept(services: Services):
    services.profile.save({"answer_closing": "언제나 곁에 있겠습니다."}, "", LOOK)
    person = register(services)
    words = words_of(services.papers.make(PaperKind.ONE_PAGE_ANSWER, person.id, "교부").pdf)
    assert "언제나곁에있겠습니다." in words
    assert "궁금하신것은" not in words
