"""No personal value is readable in any file of an office: every byte of every file is searched."""

import json
import logging
import os
from pathlib import Path

import pytest

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.separated import ReadingPurpose
from easycare_desktop.storage.residue.needles import SHORTEST_IN_CIPHERTEXT, make_needles
from easycare_desktop.storage.residue.patterns import Patterns
from easycare_desktop.storage.residue.search import count_in_file
from easycare_desktop.system.logs import start_logging
from tests.helpers.cases import (
    GUARDIAN,
    HEALTH,
    NAME,
    PERSON,
    STAFF,
    approved,
    correct,
    intake_of,
    known_person,
    register,
)
from tests.helpers.office_copies import CLERK, OTHERS, OTHERS_PASSWORD, SECOND
from tests.helpers.offices import LOGIN, PASSWORD, PROFILE, OfficeHome

REASON = "따님이 다투셔서 확인합니다"
TYPED = "쓰다 만 어르신 이야기"
CODES = {"female", "general", "visit_care", "transfer", "care_worker", "child", "alone"}


def values_typed() -> set[str]:
    groups = [*PERSON.values(), *GUARDIAN.values(), *STAFF.values(), HEALTH]
    values = {text for fields in groups for text in fields.values()}
    values |= {NAME, REASON, TYPED, "남은이", "이사 가서 그만둡니다", "홍길순이네 사연"}
    values |= {name for _, name, _ in OTHERS} | {"박책임"}
    values |= {LOGIN, PASSWORD, CLERK, SECOND, OTHERS_PASSWORD}
    values |= {PROFILE["head_name"], PROFILE["officer_phone"], PROFILE["phone"]}
    return {text for text in values if text not in CODES}


def live(home: OfficeHome, tmp_path: Path) -> None:
    """Do a little of everything that a day brings."""
    office = home.open()
    services = Services(office)
    services.start()
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    register(services, "남은이")
    person = known_person(services)
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    services.people.register(PersonKind.STAFF, STAFF)
    correct(services, person)
    services.drafts.keep("person", 0, {"memo": TYPED})
    services.papers.make(PaperKind.CONSENT_FORM, person.id, "본인 교부")
    services.destruction_run.run(approved(services, person).id)
    services.drafts.keep("person", 0, {"memo": TYPED})
    kept = next(each for each in services.separated.list() if each.group == "payment")
    services.separated.open(kept.id, ReadingPurpose.DISPUTE, REASON)
    other = known_person(services, "홍둘째")
    services.requests.take(intake_of(services, other))
    services.sheets.destruction_ledger("점검")
    office.close()


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def found_in(paths: list[Path], values: set[str]) -> dict[str, int]:
    patterns = Patterns(make_needles(values).long)
    found = {path.name: count_in_file(path, patterns) for path in paths}
    return {name: hits for name, hits in found.items() if hits}


@pytest.fixture
def lived(home: OfficeHome, tmp_path: Path) -> Path:
    """A folder with a home and a key place after a full day, with its log."""
    handler = start_logging(home.paths.logs)
    try:
        live(home, tmp_path)
        logging.getLogger("easycare_desktop").warning("the day is over")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    return tmp_path


def test_nothing_personal_is_readable_in_any_file(lived: Path):
    paths = files_below(lived)
    names = {path.name for path in paths}
    assert {"office.db", "separated.db", "drafts.db", "keys-2.db", "offices.json"} <= names
    assert "easycare.log" in names
    assert any(path.parent.name == "files" for path in paths)
    assert len(make_needles(values_typed()).long) > 100
    assert found_in(paths, values_typed()) == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp949"])
def test_a_planted_value_is_found(tmp_path: Path, encoding: str):
    for number, value in enumerate(sorted(values_typed())):
        body = value.encode(encoding)
        if len(body) >= SHORTEST_IN_CIPHERTEXT:
            path = tmp_path / f"canary-{number}.bin"
            path.write_bytes(os.urandom(3000) + body + os.urandom(3000))
            assert found_in([path], values_typed())


def test_a_planted_setting_is_found(lived: Path):
    settings = lived / "home" / "settings.json"
    settings.write_text(json.dumps({"recent": [NAME]}, ensure_ascii=False), encoding="utf-8")
    assert found_in(files_below(lived), values_typed()) == {"settings.json": 1}


def test_no_file_is_named_after_a_person(lived: Path):
    values = {value for value in values_typed() if len(value.encode()) >= SHORTEST_IN_CIPHERTEXT}
    names = [str(path.relative_to(lived)) for path in files_below(lived)]
    assert [name for name in names if any(value in name for value in values)] == []
