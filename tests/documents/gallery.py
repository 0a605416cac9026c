"""Every paper of a real office as a page to look at, with usual values and with the longest.

By hand: python -m tests.documents.gallery FOLDER [--long] [NAME …]
Writes a PDF a paper and a picture a page, 150 dots an inch; NAME: how names of papers begin.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pypdfium2

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_kinds import KINDS_OF_FORM, PARTS_OF_FORM
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.separated import ReadingPurpose
from tests.helpers import cases, offices
from tests.helpers.office_copies import OfficeMould
from tests.helpers.quick import one_process
from tests.services.test_registers import PHOTO, box, form_of, medium
from tests.services.test_second_notices import years_later

_DOTS = 150
_PURPOSE = "본인 교부"
_ADDRESS = "경상북도 행복특별자치군 나눔사랑읍 아름다운마을로123번길 45-67"
_LONG_OFFICE = {
    "office_name": "사회복지법인 다사랑나눔복지재단 부설 "
    "한아름 방문요양·방문목욕·방문간호 통합재가센터",
    "head_name": "남궁알렉산드라",
    "manager_name": "황보알렉산드르",
    "officer_name": "제갈베아트리체",
    "officer_position": "사무국장 겸 개인정보 보호책임자",
    "officer_email": "privacy.officer@hanareum-care-center.example.kr",
    "address": _ADDRESS,
    "address_detail": "한아름복지타운 본관 3층 301호·302호 (새싹동, 나눔아파트 상가)",
    "email": "office@hanareum-care-center.example.kr",
    "services": "방문요양, 방문목욕, 방문간호, 주야간보호, 단기보호",
}
_LONG_NAME, _LONG_GUARDIAN = "남궁 알렉산드라 마리아", "황보 프란치스코 하비에르"
_LONG_PERSON = {
    "identity": {
        "name": _LONG_NAME,
        "address": _ADDRESS,
        "address_detail": "다사랑임대아파트 제1010동 제2003호 "
        "(나눔리, 옛 새마을회관 뒤 파란 대문 집)",
    },
    "care_contract": {"party_name": _LONG_GUARDIAN},
    "complaint": {
        "subject": "아침에 오시는 시간을 30분 늦추고, 병원에 가는 날에는 오후로 바꾸어 달라고 하심"
    },
}
_LONG_HEALTH = {
    "diseases": "가상 고혈압, 가상 당뇨, 가상 알츠하이머형 치매 초기, 가상 무릎 관절염",
    "medicines": "가상 혈압약 아침 1알, 가상 당뇨약 아침·저녁 1알, 가상 치매약 자기 전 1알",
}
_LONG_STAFF = {
    "identity": {"name": "선우 가브리엘라 마르티나"},
    "employment": {"worker_name": "선우 가브리엘라 마르티나"},
}
_LONG_BOX = {
    "label": "2019년부터 2026년까지 급여가 끝난 수급자의 급여계약서와 급여제공기록지",
    "contents": "급여계약서, 급여제공기록지, 본인부담금 수납대장, 급여비용 명세서 부본",
}
_AFTER = (
    PaperKind.DESTRUCTION_LEDGER,
    PaperKind.SEPARATED_LEDGER,
    PaperKind.READING_LEDGER,
    PaperKind.TRANSFER_LIST,
    PaperKind.LOG_LIST,
    PaperKind.PRINT_REGISTER,
)
Named = Iterator[tuple[str, PaperKind, int]]


def _longer(
    known: Mapping[str, Mapping[str, str]], more: Mapping[str, Mapping[str, str]]
) -> object:
    return {group: {**values, **more.get(group, {})} for group, values in known.items()}


@contextmanager
def _long_values() -> Iterator[None]:
    """Let an office and its people have the longest names and texts that are plausible."""
    with (
        patch.dict(offices.PROFILE, _LONG_OFFICE),
        patch.object(cases, "NAME", _LONG_NAME),
        patch.object(cases, "PERSON", _longer(cases.PERSON, _LONG_PERSON)),
        patch.object(cases, "HEALTH", _LONG_HEALTH),
        patch.object(cases, "STAFF", _longer(cases.STAFF, _LONG_STAFF)),
    ):
        yield


@dataclass(frozen=True)
class Hall:
    """An office of which every paper is made. `empty`: of whom next to nothing is known."""

    services: Services
    person: Person
    guardian: Person
    staff: Person
    empty: Person

    @classmethod
    def of(cls, services: Services) -> "Hall":
        """Register everybody."""
        person = cases.known_person(services, cases.NAME)
        register = services.people.register
        scant = {"identity": {"name": "가나", "birth": "1950-01-01"}}
        return cls(
            services,
            person,
            register(PersonKind.GUARDIAN, cases.GUARDIAN, guardian_of=person.id),
            register(PersonKind.STAFF, cases.STAFF),
            register(PersonKind.RECIPIENT, scant),
        )

    def blank(self) -> Named:
        """Name what is about nobody, or waits for anybody."""
        for kind in PaperKind:
            if kind.subject == "none":
                yield kind.code, kind, 0
        for number, of in enumerate(KINDS_OF_FORM):
            form = PaperKind.BLANK_CONSENT_FORM
            yield f"{form.code}-{of.value}", form, number
        for number, (of, part) in enumerate(PARTS_OF_FORM):
            form = PaperKind.BLANK_CONSENT_PART
            yield f"{form.code}-{of.value}-{part.value}", form, number

    def before(self) -> Named:
        """Name what there is of everybody before anybody goes."""
        for kind in PaperKind:
            if kind.subject == "person" and kind is not PaperKind.SECOND_NOTICE:
                yield kind.code, kind, self.person.id
                yield f"{kind.code}-guardian", kind, self.guardian.id
                yield f"{kind.code}-staff", kind, self.staff.id
                yield f"{kind.code}-empty", kind, self.empty.id

    def disposals(self, *, long: bool) -> Named:
        """Dispose of boxes and media, and name what proves it."""
        services = self.services
        paper = box(services, compartment="3칸", **(_LONG_BOX if long else {}))
        media = [medium(services, serial=f"WD-{number:04d}") for number in range(12 if long else 2)]
        yield "box_label", PaperKind.BOX_LABEL, paper.id
        crushed = services.registers.dispose(form_of(services, *media, photos=(PHOTO,)))
        yield "medium_certificate", PaperKind.MEDIUM_CERTIFICATE, media[0].id
        yield "media_certificate", PaperKind.MEDIA_CERTIFICATE, crushed.id
        shredded = services.registers.dispose(form_of(services, paper))
        yield "printed_certificate", PaperKind.PRINTED_CERTIFICATE, shredded.id
        yield "disposal_ledger-after", PaperKind.DISPOSAL_LEDGER, 0

    def destruction(self) -> Named:
        """Let the person go, and name every paper of that."""
        services = self.services
        plan = cases.approved(services, self.person)
        yield "destruction_request-before", PaperKind.DESTRUCTION_REQUEST, plan.id
        services.destruction_run.run(plan.id)
        kept = next(each for each in services.separated.list() if each.group == "payment")
        services.separated.open(kept.id, ReadingPurpose.DISPUTE, "영수증을 다툼")
        for kind in PaperKind:
            subject = {"request": plan.request_id, "plan": plan.id}.get(kind.subject)
            if subject is not None and kind is not PaperKind.SUPPLEMENT_REQUEST:
                yield kind.code, kind, subject
        yield "one_page_answer-after", PaperKind.ONE_PAGE_ANSWER, self.person.id
        for kind in _AFTER:
            yield f"{kind.code}-after", kind, 0
        yield from self._at_the_end(years_later(services))

    def _at_the_end(self, plan: Plan) -> Named:
        self.services.destruction_run.run(plan.id)
        yield "second_notice", PaperKind.SECOND_NOTICE, self.person.id
        yield "certificate-second", PaperKind.CERTIFICATE, plan.id


def write(folder: Path, name: str, pdf: bytes) -> int:
    """Write a paper with its pages as pictures; return how many pages it has."""
    (folder / f"{name}.pdf").write_bytes(pdf)
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        picture = document[number].render(scale=_DOTS / 72, grayscale=True).to_pil()
        picture.save(folder / f"{name}-p{number + 1}.png")
    return len(document)


def hang(folder: Path, *, long: bool, names: tuple[str, ...] = ()) -> dict[str, int]:
    """Make every paper of one office; return the pages of each."""
    pages: dict[str, int] = {}
    with ExitStack() as stack:
        stack.enter_context(one_process())
        if long:
            stack.enter_context(_long_values())
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        services = Services(OfficeMould(home / "mould").copy_to(home / "home").open())
        stack.callback(services.office.close)
        services.start()
        hall = Hall.of(services)
        for way in (hall.blank(), hall.before(), hall.disposals(long=long), hall.destruction()):
            for name, kind, subject in way:
                if names and not name.startswith(names):
                    continue
                try:
                    made = services.papers.make(kind, subject, _PURPOSE)
                except Refusal as refusal:
                    print(f"{name}: {type(refusal).__name__}")  # noqa: T201 - not of this person
                    continue
                pages[name] = write(folder, name, made.pdf)
    return pages


def main() -> int:
    """Write the gallery; print how much there is to look at."""
    parser = argparse.ArgumentParser(prog="python -m tests.documents.gallery")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--long", action="store_true")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    pages = hang(asked.folder, long=asked.long, names=tuple(asked.names))
    print(f"{len(pages)} papers, {sum(pages.values())} pages")  # noqa: T201 - for who asked
    return 0 if pages else 1


if __name__ == "__main__":
    sys.exit(main())
