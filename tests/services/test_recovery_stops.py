"""An officer leaves, or a place is lost, and the program is stopped: it is finished another day."""

from collections.abc import Callable
from pathlib import Path

import pytest

from easycare_desktop.security.accounts import AccountState
from easycare_desktop.services import recovery as recoveries
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.recovery import NothingUnfinishedError
from easycare_desktop.services.recovery_sheets import RecoverySheets
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import WrongSheetError
from tests.helpers.cases import approved, known_person
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CODE, OfficeHome


class PowerCutError(Exception):
    pass


def cut(*_given: object, **_named: object) -> None:
    raise PowerCutError


def at_rotation(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(recoveries, "rotate_officer_secrets", cut)


def at_sheet(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(OpenKeys, "renew_sheet", cut)


def at_switch(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(recoveries, "switch_generation", cut)


@pytest.mark.parametrize(
    "stop",
    [
        pytest.param(at_rotation, marks=pytest.mark.long),
        at_sheet,
        pytest.param(at_switch, marks=pytest.mark.long),
    ],
)
def test_an_officer_who_left_is_finished_after_a_stop(
    services: Services,
    home: OfficeHome,
    monkeypatch: pytest.MonkeyPatch,
    stop: Callable[[pytest.MonkeyPatch], None],
):
    services.destruction_run.run(approved(services, known_person(services)).id)
    leaving, old = services.office.actor.account_id, services.office.keys.certificate()
    generation = services.office.keys.generation
    services.office.close()
    second = Services(home.open(SECOND, OTHERS_PASSWORD))
    sheets = RecoverySheets(second.office)
    with pytest.raises(NothingUnfinishedError):
        second.recovery.go_on(sheets.prepare("책임자 변경"))
    second.recovery.prove_officer(SECOND, OTHERS_PASSWORD)
    with monkeypatch.context() as patch:
        stop(patch)
        with pytest.raises(PowerCutError):
            second.recovery.hand_over(leaving, sheets.prepare("책임자 변경"))
    second.office.close()

    second = Services(home.open(SECOND, OTHERS_PASSWORD))
    second.start()
    assert second.recovery.state().unfinished == "hand_over"
    sheet = RecoverySheets(second.office).prepare("책임자 변경")
    done = second.recovery.go_on(sheet)
    assert (second.recovery.state().unfinished, done.generation) == ("", generation + 1)
    keys = second.office.keys
    assert keys.certificate() != old
    assert {each.state for each in keys.accounts() if each.id == leaving} == {AccountState.LEFT}
    assert all(keys.open_separated(each.id) for each in second.separated.list())
    second.office.close()
    with pytest.raises(WrongSheetError):
        home.offices.open_with_sheet(CODE, home.sheet.text)
    home.offices.open_with_sheet(CODE, sheet.code.text).close()


def test_a_lost_place_is_finished_after_a_stop(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stick = tmp_path / "stick"
    stick.mkdir()
    place = services.key_places.add("USB", stick)
    sheets, generation = RecoverySheets(services.office), services.office.keys.generation
    with monkeypatch.context() as patch:
        at_switch(patch)
        with pytest.raises(PowerCutError):
            services.recovery.place_lost(place.id, sheets.prepare("보관처 분실"))
    assert services.recovery.state().unfinished == "lost"
    done = services.recovery.go_on(sheets.prepare("보관처 분실"))
    assert (services.recovery.state().unfinished, done.generation) == ("", generation + 1)
    assert services.recovery.state().lost == (generation,)
