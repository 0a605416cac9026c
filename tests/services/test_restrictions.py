from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.consents import (
    Capacity,
    ConsentMethod,
    ConsentResult,
    Signer,
    current_lines,
)
from easycare_desktop.domain.destruction import PlanEmptyError
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services import restrictions
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.unnamed import NameInTextError
from tests.helpers.offices import OfficeHome

DAY = date(2026, 11, 23)
PHOTO = "newsletter_photo"


def _person(services: Services) -> int:
    values = {"identity": {"name": "김가상", "birth": "410101"}}
    person = services.people.register(PersonKind.RECIPIENT, values)
    _agree(services, person.id)
    return person.id


def _agree(services: Services, person_id: int) -> None:
    said = [Said(PHOTO, ConsentResult.GIVEN)]
    signer = Signer("김가상", Capacity.SELF)
    services.consents.record(person_id, said, signer, ConsentMethod.PAPER, DAY)


def _standing(services: Services, person_id: int) -> ConsentResult:
    lines = services.consents.lines_of(person_id)
    return current_lines(lines)[PHOTO].result


def test_a_withdrawal_that_only_the_keys_know_is_entered_at_open(tmp_path: Path):
    home = OfficeHome(tmp_path)
    office = home.make()
    services = Services(office)
    person_id = _person(services)
    office.keys.restrict("consent_withdrawn", str(person_id), {"purpose": PHOTO}, home.clock.now())
    assert _standing(services, person_id) is ConsentResult.GIVEN
    office.close()
    services = Services(home.open())
    services.start()
    assert _standing(services, person_id) is ConsentResult.WITHDRAWN
    assert services.restrictions.apply() == 0
    services.office.close()


def test_a_withdrawal_that_cannot_be_planned_does_not_shut_the_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    home = OfficeHome(tmp_path)
    office = home.make()
    person_id = _person(Services(office))
    office.keys.restrict("consent_withdrawn", str(person_id), {"purpose": PHOTO}, home.clock.now())
    office.close()

    def refuse(*_given: object) -> None:
        raise PlanEmptyError

    monkeypatch.setattr(restrictions, "plan_withdrawn", refuse)
    services = Services(home.open())
    services.start()
    assert _standing(services, person_id) is ConsentResult.WITHDRAWN
    services.office.close()


def test_a_consent_given_anew_after_its_withdrawal_stays(tmp_path: Path):
    home = OfficeHome(tmp_path)
    services = Services(home.make())
    person_id = _person(services)
    services.consents.withdraw(person_id, PHOTO, ConsentMethod.PAPER, DAY)
    _agree(services, person_id)
    services.office.close()
    services = Services(home.open())
    services.start()
    assert _standing(services, person_id) is ConsentResult.GIVEN
    services.office.close()


def test_a_purpose_that_names_somebody_is_refused(tmp_path: Path):
    services = Services(OfficeHome(tmp_path).make())
    person_id = _person(services)
    with pytest.raises(NameInTextError):
        services.papers.make(PaperKind.ONE_PAGE_ANSWER, person_id, "김 가상 님께 드리기")
    assert services.papers.make(PaperKind.ONE_PAGE_ANSWER, person_id, "본인에게 드리기").number
    services.office.close()


def test_a_partial_withdrawal_leaves_what_the_contract_needs(tmp_path: Path):
    services = Services(OfficeHome(tmp_path).make())
    person_id = _person(services)
    judged = services.decisions.preview(
        person_id, ended_on=DAY, last_service_on=None, purposes=("service_contract",)
    )
    assert "identity" not in {item.group.code for item in judged.items}
    services.office.close()
