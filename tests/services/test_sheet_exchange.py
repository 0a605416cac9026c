"""A new recovery sheet is a new root: the old one opens nothing that is written from then on."""

import shutil
from pathlib import Path

import pytest

from easycare_desktop.security.accounts import NotAnOfficerError
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services import recovery as recoveries
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.old_sheets import sheet_since
from easycare_desktop.services.recovery_sheets import NewSheet, RecoverySheets
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.refusals import WrongSheetError
from easycare_desktop.storage.keys.slots import parse_slots, sheet_opener
from easycare_desktop.storage.keys.sqlcipher import WrongKeyError
from easycare_desktop.storage.keys.ways_in import open_kit, unwrap_root
from tests.helpers.cases import known_person, register
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import CHEAP_KDF, CODE, OfficeHome


class PowerCutError(Exception):
    pass


@pytest.fixture
def stick(services: Services, tmp_path: Path) -> Path:
    return placed(services, tmp_path / "stick", "금고 USB")


def placed(services: Services, folder: Path, label: str) -> Path:
    folder.mkdir()
    services.key_places.add(label, folder)
    return folder


def new_sheet(services: Services) -> NewSheet:
    return RecoverySheets(services.office).prepare("종이를 잃어버림")


def root_of(folder: Path, code: RecoveryCode) -> bytes:
    """Open the kit that lies there as the finder of the sheet would."""
    closed = parse_slots(next(folder.rglob("kit-*.json")).read_bytes())
    pair, opener = open_kit(closed.kit, code, CHEAP_KDF), sheet_opener(closed.kit.number)
    return unwrap_root(closed.kit.root, pair, closed.office_id, closed.generation, opener)


def test_the_old_sheet_with_an_old_kit_and_the_keys_of_today_opens_nothing(
    home: OfficeHome, services: Services, stick: Path, tmp_path: Path
):
    register(services, "처음이")
    services.key_places.refresh_all()
    older = tmp_path / "older"
    shutil.copytree(stick, older)
    sheet = new_sheet(services)
    done = services.recovery.exchange(sheet)
    assert (done.sheet, done.generation, done.behind) == (2, 2, ())
    known_person(services, "나중이")
    services.key_places.refresh_all()
    (newest,) = stick.rglob("keys-*.db")
    with pytest.raises(WrongKeyError):
        KeyFile(newest, root_of(older, home.sheet), services.office.keys.office_id)
    with pytest.raises(WrongSheetError):
        root_of(stick, home.sheet)
    found = KeyFile(newest, root_of(stick, sheet.code), services.office.keys.office_id)
    found.close()
    services.office.close()
    with pytest.raises(WrongSheetError):
        home.offices.open_with_sheet(CODE, home.sheet.text)
    home.offices.open_with_sheet(CODE, sheet.code.text).close()


def test_a_place_that_was_away_is_named_until_it_is_brought_up(
    services: Services, stick: Path, tmp_path: Path
):
    placed(services, tmp_path / "home stick", "집 USB")
    away = stick.rename(tmp_path / "safe")
    assert services.recovery.exchange(new_sheet(services)).behind == ("금고 USB",)
    old = services.old_sheets.where
    assert old(services.key_places.states()) == ("금고 USB",)
    away.rename(stick)
    assert old(services.key_places.states()) == ("금고 USB",)
    assert old(services.key_places.refresh_all()) == ()
    stick.rename(away)
    assert old(services.key_places.states()) == ()
    services.recovery.exchange(new_sheet(services))
    services.key_places.remove(1)
    assert old(services.key_places.states()) == ("금고 USB",)


def test_what_was_made_after_a_sheet_without_a_new_root_is_its_own(services: Services):
    keys = services.office.keys
    assert sheet_since(keys) == 0
    keys.renew_sheet(new_sheet(services).code)
    assert sheet_since(keys) == 1
    services.recovery.exchange(new_sheet(services))
    assert sheet_since(keys) == keys.generation == 2


def test_only_an_officer_exchanges_it_and_nothing_is_begun(services: Services, home: OfficeHome):
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    clerk.start()
    with pytest.raises(NotAnOfficerError):
        clerk.recovery.exchange(RecoverySheets(clerk.office).prepare("바꾸기"))
    assert clerk.recovery.state().unfinished == ""
    clerk.office.close()


def test_a_stop_between_sheet_and_root_is_gone_on_with(
    services: Services, home: OfficeHome, monkeypatch: pytest.MonkeyPatch
):
    def cut(*_given: object, **_named: object) -> None:
        raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr(recoveries, "switch_generation", cut)
        with pytest.raises(PowerCutError):
            services.recovery.exchange(new_sheet(services))
    services.office.close()
    again = Services(home.open())
    again.start()
    assert again.recovery.state().unfinished == "sheet"
    done = again.recovery.go_on(new_sheet(again))
    assert (done.sheet, done.generation) == (3, 2)
    assert again.recovery.state().unfinished == ""
    again.office.close()
