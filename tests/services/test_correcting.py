"""정정 중: what somebody asks to be corrected is not passed on until that is over."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.exporting import ExportEmptyError, ExportOrder, ExportPurpose, Leaving
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.measures import (
    MeasureCause,
    MeasureKind,
    MeasureReasonMissingError,
    Order,
)
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.requests import DateInFutureError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.today import TaskKind
from tests.helpers.backups import back_up, restore
from tests.helpers.cases import correct, known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome

ASKED = (MeasureCause.CORRECTION_ASKED, "전화로 주소가 틀렸다고 하심")
STOP = Order(MeasureKind.SUSPENSION, MeasureCause.ACCURACY, "다툼")


def identity(services: Services, person: Person) -> int:
    return services.people.open(person.id).contents["identity"].holding.id


def state(services: Services, person: Person) -> HoldingState:
    return services.people.open(person.id).contents["identity"].holding.state


def ask(services: Services, person: Person) -> date:
    return services.measures.ask_correction(
        identity(services, person), *ASKED, services.office.today()
    )


def test_a_clerk_notes_what_is_asked_and_the_day_of_the_answer(home: OfficeHome):
    services = Services(home.open(CLERK, OTHERS_PASSWORD))
    services.start()
    person = known_person(services)
    due_on = ask(services, person)
    assert due_on == date(2026, 12, 3)
    assert state(services, person) is HoldingState.CORRECTING
    (task,) = [each for each in services.today.show().tasks if each.kind is TaskKind.CORRECTION_DUE]
    assert (task.subject, task.due_on) == (person.id, due_on)
    correct(services, person)
    holding_id = identity(services, person)
    assert services.measures.lift(holding_id, MeasureKind.CORRECTION) is HoldingState.ACTIVE
    kinds = {each.kind for each in services.today.show().tasks}
    assert TaskKind.CORRECTION_DUE not in kinds
    assert services.measures.of_holding(holding_id)[0].reason == ASKED[1]
    services.office.close()


def test_what_is_being_corrected_does_not_go_out(services: Services, tmp_path: Path):
    person = known_person(services)
    order = ExportOrder(
        PersonKind.RECIPIENT,
        (person.id,),
        (FieldRef(PersonKind.RECIPIENT, "identity", "address"),),
        Leaving(ExportPurpose.REVIEW, "점검", "a-long-enough-password"),
    )
    services.exports.save(order, tmp_path / "canary.xlsx")
    ask(services, person)
    with pytest.raises(ExportEmptyError):
        services.exports.save(order, tmp_path / "none.xlsx")


def test_a_stop_and_a_correction_do_not_forget_each_other(services: Services):
    person = known_person(services)
    holding_id = identity(services, person)
    ask(services, person)
    services.measures.order([holding_id], STOP)
    assert state(services, person) is HoldingState.SUSPENDED
    assert services.measures.lift(holding_id, STOP.kind) is HoldingState.CORRECTING


def test_it_stands_when_an_older_backup_comes_back(home: OfficeHome, tmp_path: Path):
    services = Services(home.open())
    services.start()
    person = known_person(services)
    old = back_up(services.office, tmp_path / "backups")
    ask(services, person)
    folder = services.office.info.folder
    services.office.close()
    restore(home, folder, old)
    services = Services(home.open())
    services.start()
    assert state(services, person) is HoldingState.CORRECTING
    services.office.close()


def test_it_needs_words_and_a_day_that_has_come(services: Services):
    person = known_person(services)
    today = services.office.today()
    holding_id = identity(services, person)
    with pytest.raises(MeasureReasonMissingError):
        services.measures.ask_correction(holding_id, ASKED[0], " ", today)
    with pytest.raises(DateInFutureError):
        services.measures.ask_correction(holding_id, *ASKED, today + timedelta(days=1))
    assert state(services, person) is HoldingState.ACTIVE
