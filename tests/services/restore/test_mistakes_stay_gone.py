"""What was taken out as a mistake after a backup does not come back with it, and the rest does."""

from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import PlanCause
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.backups import back_up, restore
from tests.helpers.cases import NAME, PERSON, approval_of
from tests.helpers.offices import OfficeHome

WHY = "다른 분의 것을 이분에게 적음"


@pytest.mark.parametrize("present", [True, False])
def test_an_older_backup_brings_nothing_of_it_back(
    home: OfficeHome, tmp_path: Path, *, present: bool
):
    services = Services(home.open())
    services.start()
    contract = {**PERSON["care_contract"], "monthly_cost": "120000"}
    groups = {"identity": PERSON["identity"], "care_contract": contract}
    people = [services.people.register(PersonKind.RECIPIENT, groups).id for _ in range(2)]
    old = back_up(services.office, tmp_path / "backups")
    for person_id, fields in zip(people, ((), ("monthly_cost",)), strict=True):
        held = services.people.open(person_id).contents["care_contract"].holding
        plan = services.selection.plan_mistake(held.id, fields, WHY)
        services.destruction.approve_in_place(plan.id, approval_of(services, plan))
        services.destruction_run.run(plan.id)
    folder = services.office.info.folder
    services.office.close()
    if not present:
        (folder / "office.db").write_bytes(b"torn")
    restore(home, folder, old)

    services = Services(home.open())
    services.start()
    whole, part = (services.people.open(each) for each in people)
    assert (whole.name, part.name) == (NAME, NAME)
    assert "care_contract" not in whole.contents
    if present:
        assert part.contents["care_contract"].values.keys() == PERSON["care_contract"].keys()
        assert [each.cause for each in services.ledger.rows()] == [PlanCause.MISTAKE] * 2
    services.office.close()
