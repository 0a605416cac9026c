"""A list goes out: chosen fields, a password, a record of why; who may not is left out."""

import errno
import io
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import msoffcrypto
import pytest
from python_calamine import CalamineWorkbook

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.exporting import (
    ExportEmptyError,
    ExportOrder,
    ExportPurpose,
    ExportReasonMissingError,
    Leaving,
)
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.registers import RegisterKind, RegisterState
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.domain.rule_refusals import NotInCatalogueError
from easycare_desktop.exchange.incoming.reading import read_list
from easycare_desktop.exchange.incoming.refusals import ListFileLockedError
from easycare_desktop.security.password_rule import PasswordTooShortError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.unnamed import NameInTextError
from easycare_desktop.system.refusals import DiskFullError, FileInUseError
from tests.helpers.cases import GUARDIAN, NAME, PERSON, approved, known_person, register
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome

SECRET = "hamster-garden-27"
RECIPIENT, OF_GUARDIAN = PersonKind.RECIPIENT, PersonKind.GUARDIAN
LEAVING = Leaving(ExportPurpose.REVIEW, "12월 자체 점검", SECRET)
FIELDS = (
    FieldRef(RECIPIENT, "identity", "name"),
    FieldRef(RECIPIENT, "identity", "birth"),
    FieldRef(RECIPIENT, "identity", "postcode"),
    FieldRef(RECIPIENT, "identity", "address_detail"),
    FieldRef(RECIPIENT, "entitlement", "grade"),
    FieldRef(RECIPIENT, "care_record", "sheets"),
    FieldRef(OF_GUARDIAN, "identity", "name"),
)


def order_of(*people: Person, **changes: object) -> ExportOrder:
    ids = tuple(each.id for each in people)
    return replace(ExportOrder(RECIPIENT, ids, FIELDS, LEAVING), **changes)


def opened(path: Path, password: str = SECRET, sheet: int = 0) -> list[list[object]]:
    plain = io.BytesIO()
    with path.open("rb") as file:
        book = msoffcrypto.OfficeFile(file)
        book.load_key(password=password, verify_password=True)
        book.decrypt(plain, verify_integrity=True)
    plain.seek(0)
    return CalamineWorkbook.from_filelike(plain).get_sheet_by_index(sheet).to_python()


def suspend(services: Services, person: Person, group: str) -> None:
    card = services.people.open(person.id)
    order = Order(MeasureKind.SUSPENSION, MeasureCause.PERSON_ASKED, "요구서를 받음")
    services.measures.order([card.contents[group].holding.id], order)


def test_chosen_fields_go_out_and_text_stays_text(services: Services, tmp_path: Path):
    person = register(services)
    odd = dict(PERSON["identity"]) | {"address_detail": "=1+1"}
    services.people.save_group(person.id, "identity", odd, expected_version=1, reason="이사")
    services.people.register(OF_GUARDIAN, GUARDIAN, guardian_of=person.id)
    path = tmp_path / "목록.xlsx"
    done = services.exports.save(order_of(person), path)
    heads, row = opened(path)
    assert heads == [
        *("관리번호", "성명", "생년월일", "우편번호", "상세 주소", "장기요양등급"),
        *("기록지 장수", "첫째 보호자 성명"),
    ]
    assert row == [person.number, NAME, date(1941, 3, 5), "01234", "=1+1", "3등급", 120.0, "홍보호"]
    assert (done.people, done.left_out) == (1, 0)


def test_the_file_opens_with_the_password_alone(services: Services, tmp_path: Path):
    person = register(services)
    path = tmp_path / "목록.xlsx"
    services.exports.save(order_of(person), path)
    assert NAME in str(opened(path))
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        opened(path, "another-password")
    with pytest.raises(ListFileLockedError):
        read_list(path)
    assert NAME.encode("utf-16-le") not in path.read_bytes()


def test_why_it_went_out_stands_in_the_file_the_log_and_the_register(
    services: Services, tmp_path: Path
):
    person = register(services)
    path = tmp_path / "목록.xlsx"
    done = services.exports.save(order_of(person), path)
    assert "기관 안의 점검: 12월 자체 점검" in dict(opened(path, sheet=1)).values()
    entry = next(each for each in services.log.newest(9) if each.action == "exchange.people")
    assert (entry.detail, entry.count) == (f"{done.number} review 7", 1)
    paper = services.papers.make(PaperKind.PRINT_REGISTER, 0, "월별 점검")
    assert "엑셀로 내보낸 목록" in text_of(paper.pdf)
    (item,) = services.registers.items()
    assert item.kind is RegisterKind.OUTSIDE
    assert item.values["reason"] == "12월 자체 점검"
    assert NAME not in str(item.values)


def test_a_destruction_asks_about_the_copy(services: Services, tmp_path: Path):
    person = known_person(services)
    done = services.exports.save(order_of(person), tmp_path / "목록.xlsx")
    plan = approved(services, person)
    twins = services.registers.twins_of_plan(plan.id)
    assert [each.item.number for each in twins] == [done.number]
    assert twins[0].is_open


def test_whoever_stopped_the_use_is_left_out(services: Services, tmp_path: Path):
    stopped, other = register(services), register(services, "마루한")
    suspend(services, stopped, "identity")
    suspend(services, other, "entitlement")
    path = tmp_path / "목록.xlsx"
    done = services.exports.save(order_of(stopped, other), path)
    _, row = opened(path)
    assert row[1] == "마루한"
    assert row[5] == ""
    assert (done.people, done.left_out) == (1, 1)
    with pytest.raises(ExportEmptyError):
        services.exports.save(order_of(stopped), path)


def test_what_waits_to_go_is_not_taken_out(services: Services, tmp_path: Path):
    person = known_person(services)
    approved(services, person)
    identity = services.people.open(person.id).contents["identity"].holding
    assert identity.state is not HoldingState.ACTIVE
    with pytest.raises(ExportEmptyError):
        services.exports.save(order_of(person), tmp_path / "목록.xlsx")


def test_what_is_missing_is_refused_and_nothing_is_written(services: Services, tmp_path: Path):
    person = register(services)
    refused: tuple[tuple[dict[str, object], type[Exception]], ...] = (
        ({"fields": ()}, ExportEmptyError),
        ({"people": ()}, ExportEmptyError),
        ({"leaving": replace(LEAVING, reason="  ")}, ExportReasonMissingError),
        ({"leaving": replace(LEAVING, reason=f"{NAME} 님 요청")}, NameInTextError),
        ({"leaving": replace(LEAVING, password="short")}, PasswordTooShortError),
        ({"fields": (FieldRef(RECIPIENT, "notice", "salt"),)}, NotInCatalogueError),
        ({"fields": (FieldRef(RECIPIENT, "identity", "resident"),)}, NotInCatalogueError),
    )
    for changes, refusal in refused:
        with pytest.raises(refusal):
            services.exports.save(order_of(person, **changes), tmp_path / "목록.xlsx")
    assert list(tmp_path.glob("*.xlsx")) == []
    assert services.registers.items() == []


def test_only_those_with_the_right_take_lists_out(home: OfficeHome, tmp_path: Path):
    office = home.open()
    person = register(Services(office))
    office.close()
    office = home.open(VIEWER, OTHERS_PASSWORD)
    with pytest.raises(NotPermittedError):
        Services(office).exports.save(order_of(person), tmp_path / "목록.xlsx")
    office.close()
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_no_half(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    person = register(services)
    path = tmp_path / "out" / "목록.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"old")
    true_replace, true_fsync, parts = Path.replace, os.fsync, []

    def held(part: Path, to: Path) -> Path:
        if to.name != path.name:
            return true_replace(part, to)
        parts.append(part.read_bytes())
        raise PermissionError(errno.EACCES, "held")

    def full(handle: int) -> None:
        if list(path.parent.glob(".목록*")):
            raise OSError(errno.ENOSPC, "full")
        true_fsync(handle)

    for place, name, stand_in, refusal in (
        (Path, "replace", held, FileInUseError),
        (os, "fsync", full, DiskFullError),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(place, name, stand_in)
            with pytest.raises(refusal):
                services.exports.save(order_of(person), path)
    assert NAME.encode() not in parts[0]
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]
    assert {each.state for each in services.registers.items()} == {RegisterState.DESTROYED}
    assert services.registers.twins_of(person.id) == []
