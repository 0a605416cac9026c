"""Lost places, used sheets, officers who leave: what was lost opens nothing newer."""

import json
import shutil
from pathlib import Path

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, PlanState
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.security.accounts import (
    AccountState,
    AccountUnknownError,
    NotAnOfficerError,
)
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.recovery import (
    LeavingIsSignedInError,
    OfficerNotTestedError,
)
from easycare_desktop.services.recovery_sheets import NewSheet, RecoverySheets
from easycare_desktop.services.separated import ReadingPurpose
from easycare_desktop.services.today import TaskKind
from easycare_desktop.storage.keys.generation_files import device_entry, keys_path
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.refusals import (
    AccountBlockedError,
    WrongLoginError,
    WrongSheetError,
)
from easycare_desktop.storage.keys.slots import parse_slots, sheet_opener
from easycare_desktop.storage.keys.sqlcipher import WrongKeyError
from easycare_desktop.storage.keys.ways_in import open_kit, unwrap_root
from easycare_desktop.storage.ledger.export import LedgerFault, verify_export
from tests.helpers.cases import approval_of, approved, known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CHEAP_KDF, LOGIN, PASSWORD, OfficeHome


@pytest.fixture
def stick(services: Services, tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    services.key_places.add("USB", folder)
    return folder


def _sheet(services: Services) -> NewSheet:
    return RecoverySheets(services.office).prepare("보관처 분실")


def _root_of(folder: Path, code: RecoveryCode) -> tuple[Path, bytes]:
    """Open what lies on a stick as its finder with the sheet would."""
    kit_path = next(folder.rglob("kit-*.json"))
    closed = parse_slots(kit_path.read_bytes())
    pair = open_kit(closed.kit, code, CHEAP_KDF)
    opener = sheet_opener(closed.kit.number)
    root = unwrap_root(closed.kit.root, pair, closed.office_id, closed.generation, opener)
    return next(folder.rglob("keys-*.db")), root


def test_a_lost_stick_with_its_sheet_opens_nothing_newer(
    home: OfficeHome, services: Services, stick: Path, tmp_path: Path
):
    known_person(services)
    office = services.office
    lost = tmp_path / "lost"
    shutil.copytree(stick, lost)
    found, root = _root_of(lost, home.sheet)
    KeyFile(found, root, office.keys.office_id).close()
    new = tmp_path / "new"
    new.mkdir()
    services.key_places.add("새 USB", new)
    sheet = _sheet(services)
    renewed = services.recovery.place_lost(services.key_places.states()[0].id, sheet)
    assert (renewed.generation, renewed.sheet, renewed.behind) == (2, 2, ())
    assert [each.label for each in services.key_places.states()] == ["새 USB"]
    assert services.recovery.state().lost == (1,)
    newest = keys_path(office.info.folder, 2)
    with pytest.raises(WrongKeyError):
        KeyFile(newest, root, office.keys.office_id)
    with pytest.raises(WrongSheetError):
        _root_of(new, home.sheet)
    assert _root_of(new, sheet.code)[0].name == "keys-2.db"
    assert not keys_path(office.info.folder, 1).exists()
    office.close()
    again = Services(home.open())
    assert again.start() == 1
    again.office.close()


def test_a_sheet_that_was_opened_is_counted_and_has_to_be_renewed(home: OfficeHome):
    office = home.offices.open_with_sheet(_code(home), home.sheet.text)
    services = Services(office)
    services.start()
    assert services.recovery.state().openings == 1
    assert any(each.kind is TaskKind.SHEET_OPENED for each in services.today.show().tasks)
    sheets = RecoverySheets(office)
    assert services.recovery.exchange(sheets.prepare("쓴 종이 바꾸기")).sheet == 2
    assert services.recovery.state().openings == 0
    assert not any(each.kind is TaskKind.SHEET_OPENED for each in services.today.show().tasks)
    office.close()


def test_an_officer_who_left_opens_nothing_any_more(
    home: OfficeHome, services: Services, stick: Path
):
    services.destruction_run.run(approved(services, known_person(services)).id)
    kept = services.separated.list()[0]
    leaving = services.office.actor.account_id
    before = services.office.keys.certificate()
    services.office.close()
    second = Services(home.open(SECOND, OTHERS_PASSWORD))
    second.start()
    sheet = _sheet(second)
    with pytest.raises(OfficerNotTestedError):
        second.recovery.hand_over(leaving, sheet)
    with pytest.raises(NotAnOfficerError):
        second.recovery.prove_officer(CLERK, OTHERS_PASSWORD)
    second.recovery.prove_officer(SECOND, OTHERS_PASSWORD)
    with pytest.raises(LeavingIsSignedInError):
        second.recovery.hand_over(second.office.actor.account_id, sheet)
    renewed = second.recovery.hand_over(leaving, sheet)
    assert renewed.envelopes == len(second.separated.list())
    values = second.separated.open(kept.id, ReadingPurpose.DISPUTE, "인수인계 확인")
    assert values
    keys = second.office.keys
    assert keys.certificate() != before
    assert {each.state for each in keys.accounts() if each.id == leaving} == {AccountState.LEFT}
    export = keys.ledger_export()
    assert verify_export(export, keys.certificate()) == []
    assert verify_export(export, before) == []
    second.office.close()
    with pytest.raises(AccountBlockedError):
        home.open(LOGIN, PASSWORD)
    office = home.offices.open_with_sheet(_code(home), sheet.code.text)
    assert office.keys.open_separated(kept.id)
    office.close()


def test_a_certificate_that_the_old_one_has_not_signed_is_no_successor(services: Services):
    keys, other = services.office.keys, services.office.keys
    export = keys.ledger_export()
    row = json.loads(export[1])
    forged = {
        "old": keys.certificate().hex(), "new": keys.certificate().hex(), "signature": "00" * 64,
    }  # fmt: skip
    row |= {"kind": "signing_key_changed", "facts": forged}
    assert other
    faults = {
        each.fault
        for each in verify_export([export[0], json.dumps(row), *export[2:]], keys.certificate())
    }
    assert LedgerFault.CHANGED in faults


def test_a_key_that_is_absent_without_a_tombstone_is_an_alarm(services: Services):
    person = known_person(services)
    held = services.people.open(person.id).contents["emergency"].holding
    assert services.recovery.state().missing == ()
    with services.office.door.enter(Action.OFFICE_READ):
        with services.office.keys.file.change() as connection:
            connection.execute("DELETE FROM holding_key WHERE id = ?", (held.id,))
        services.office.keys.holdings.forget()
    (missing,) = services.recovery.state().missing
    assert (missing.person_number, missing.group) == (person.number, "emergency")
    task = next(t for t in services.today.show().tasks if t.kind is TaskKind.KEYS_MISSING)
    assert task.others == 1


def _code(home: OfficeHome) -> str:
    return home.offices.known()[0].code


def test_a_later_certificate_tells_of_a_lost_place(services: Services, stick: Path):
    services.recovery.place_lost(services.key_places.states()[0].id, _sheet(services))
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    paper = services.papers.make(PaperKind.CERTIFICATE, plan.id, "확인")
    assert "잃어버린 열쇠 보관처(제1세대)" in " ".join(text_of(paper.pdf).split())


def test_an_ending_is_closed_only_when_its_destruction_is_whole(services: Services, stick: Path):
    person = known_person(services)
    today = services.office.today()
    request = services.requests.take_ending(
        person.id, EndingReason.DEATH, last_service_on=today, ended_on=today
    )
    plan = services.decisions.decide(request.id).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    assert services.destruction_run.run(plan.id).plan.state is PlanState.PARTIAL
    state = services.requests.details(request.id).request.state
    assert state is RequestState.CARRIED_OUT
    assert not any(each.kind is TaskKind.NOTIFY_REQUEST for each in services.today.show().tasks)
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    assert services.destruction_run.check_again(plan.id).plan.state is PlanState.DONE
    assert services.requests.details(request.id).request.state is RequestState.CLOSED


def test_whoever_forgot_the_password_comes_in_by_the_sheet_once(
    home: OfficeHome, services: Services, stick: Path
):
    code, generation = _code(home), services.office.keys.generation
    services.office.close()
    office = home.offices.open_with_sheet(code, home.sheet.text)
    again = Services(office)
    assert again.session.by_sheet
    officer = next(each for each in again.recovery.officers() if each.login == LOGIN)
    sheet = RecoverySheets(office).prepare("sheet")
    result = again.recovery.after_sheet(officer.id, "now-it-is-another-phrase", sheet)
    assert result.shut_out == ()
    assert result.renewed.generation == generation + 1
    assert not again.recovery.state().openings
    office.close()
    with pytest.raises(WrongSheetError):
        home.offices.open_with_sheet(code, home.sheet.text)
    with pytest.raises(WrongLoginError):
        home.open()
    office = home.open(password="now-it-is-another-phrase")
    assert not Services(office).session.must_change
    office.close()


def test_whose_ways_in_went_with_the_profile_is_named(home: OfficeHome, services: Services):
    clerk = next(each for each in services.accounts.all() if each.login == CLERK)
    code, keys = _code(home), services.office.keys
    assert keys.store is not None
    services.office.close()
    keys.store.delete(device_entry(keys.office_id, keys.generation))
    office = home.offices.open_with_sheet(code, home.sheet.text)
    again = Services(office)
    officer = next(each for each in again.recovery.officers() if each.login == LOGIN)
    result = again.recovery.after_sheet(officer.id, PASSWORD, RecoverySheets(office).prepare("-"))
    assert clerk.name in result.shut_out
    with pytest.raises(AccountUnknownError):
        again.recovery.after_sheet(clerk.id, PASSWORD, RecoverySheets(office).prepare("-"))
    office.close()
    home.open().close()
