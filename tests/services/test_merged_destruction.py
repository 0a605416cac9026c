"""Somebody who was registered twice is destroyed whole, and no backup brings either number back."""

from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.people import Person, PersonKind, PersonNotFoundError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import Typed, Why
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.storage.keys.refusals import KeyDestroyedError
from tests.helpers.backups import back_up, restore
from tests.helpers.cases import NAME, PERSON, approved, register
from tests.helpers.made_up_scans import made_up_scan
from tests.helpers.offices import OfficeHome

OTHER_NUMBER = "010-0000-7777"


def test_both_numbers_go_and_stay_away(services: Services, home: OfficeHome, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    keeper, gone = register(services), _other(services)
    preview = services.merging.preview(keeper.id, gone.id)
    services.merging.merge(preview, frozenset(), "두 번 등록함")
    held = {each.id for each in services.people.open(keeper.id).holdings}
    assert {each.merged_from for each in services.people.open(keeper.id).holdings} >= {gone.id}
    old = back_up(services.office, tmp_path / "backups")
    plan = approved(services, keeper)
    result = services.destruction_run.run(plan.id)
    assert (result.plan.state, result.open_points) == (PlanState.DONE, ())
    keys = services.office.keys
    assert held <= plan.doomed | plan.separated | keys.tombstones()
    assert not held & set(keys.living_keys())
    with services.office.files.office() as connection:
        left = connection.exec_driver_sql("SELECT count(*) FROM holding WHERE merged_from > 0")
        assert left.scalar() == 0
    services.office.close()
    restore(home, services.office.info.folder, old)
    again = Services(home.open())
    again.start()
    assert again.people.find(NAME) == []
    for person in (keeper, gone):
        with pytest.raises(PersonNotFoundError):
            again.people.open(person.id)
    for holding_id in plan.doomed:
        with pytest.raises(KeyDestroyedError):
            again.office.keys.key_of(holding_id)
    again.office.close()


def _other(services: Services) -> Person:
    """Register the same person again, with another number and a scan."""
    gone = services.people.register(
        PersonKind.RECIPIENT,
        {code: dict(fields) for code, fields in PERSON.items()},
        registered_on=services.office.today(),
    )
    content = services.people.open(gone.id).contents["identity"]
    typed = Typed({**content.values, "mobile": OTHER_NUMBER}, content.holding.version)
    services.corrections.save(gone.id, {"identity": typed}, Why("바뀜"))
    scan = Evidence(made_up_scan("the other one"), "application/pdf")
    services.person_papers.add(gone.id, content.holding.id, scan)
    return gone
