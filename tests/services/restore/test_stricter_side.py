"""What was withdrawn, stopped or held after a backup stays so when that backup comes back."""

from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.consents import ConsentMethod, ConsentResult, current_lines
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.relations import LinkEnding
from easycare_desktop.services.bundle import Services
from tests.helpers.backups import back_up, restore
from tests.helpers.cases import GUARDIAN, known_person, register
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome

PURPOSE = "newsletter_photo"
HOLD = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "가상법원 2026가단1", date(2026, 12, 31))
STOP = Order(MeasureKind.SUSPENSION, MeasureCause.PERSON_ASKED, "11월 20일 서면 요구")


@pytest.fixture
def home(tmp_path: Path) -> OfficeHome:
    return OfficeMould(tmp_path / "mould").copy_to(tmp_path / "home")


@pytest.mark.parametrize("present", [True, False])
def test_rights_served_after_the_backup_stand(home: OfficeHome, tmp_path: Path, *, present: bool):
    services = Services(home.open())
    services.start()
    person = known_person(services)
    old = back_up(services.office, tmp_path / "backups")
    ids = {each.group: each.id for each in services.people.open(person.id).holdings}
    today = services.office.today()
    services.withdrawals.withdraw(person.id, PURPOSE, ConsentMethod.PAPER, today)
    services.measures.order([ids["emergency"]], HOLD)
    services.measures.order([ids["complaint"]], STOP)
    folder = services.office.info.folder
    services.office.close()
    if not present:
        (folder / "office.db").write_bytes(b"torn")
    restore(home, folder, old)

    services = Services(home.open())
    services.start()
    lines = current_lines(services.consents.lines_of(person.id))
    assert lines[PURPOSE].result is ConsentResult.WITHDRAWN
    states = {each.group: each.state for each in services.people.open(person.id).holdings}
    assert states["photo"] is HoldingState.DUE
    assert states["emergency"] is HoldingState.HELD
    assert states["complaint"] is HoldingState.SUSPENDED
    services.office.close()


def test_a_tie_that_ended_stays_ended_and_one_tied_again_stays_tied(
    home: OfficeHome, tmp_path: Path
):
    services = Services(home.open())
    services.start()
    recipient, today = register(services), services.office.today()
    left, back = (
        services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=recipient.id)
        for _ in range(2)
    )
    mistaken = services.relations.end(
        recipient.id, back.id, today, LinkEnding.MISTAKE, with_data=False
    )
    old = back_up(services.office, tmp_path / "backups")
    services.relations.undo(mistaken)
    services.relations.end(recipient.id, left.id, today, LinkEnding.REPLACED, with_data=False)
    folder = services.office.info.folder
    services.office.close()
    restore(home, folder, old)

    services = Services(home.open())
    services.start()
    assert [each.id for each in services.people.open(recipient.id).guardians] == [back.id]
    ended = services.relations.ended(recipient.id)
    assert [(each.guardian_id, each.reason) for each in ended] == [(left.id, LinkEnding.REPLACED)]
    services.office.close()


def test_a_merge_after_the_backup_stands_and_nothing_of_either_is_lost(
    home: OfficeHome, tmp_path: Path
):
    services = Services(home.open())
    services.start()
    keeper, gone = register(services), known_person(services)
    old = back_up(services.office, tmp_path / "backups")
    preview = services.merging.preview(keeper.id, gone.id)
    services.merging.merge(preview, frozenset(), "두 번 등록함")
    before = services.people.open(keeper.id)
    folder = services.office.info.folder
    services.office.close()
    restore(home, folder, old)

    services = Services(home.open())
    assert services.start() == 1
    after = services.people.open(keeper.id)
    assert after.holdings == before.holdings
    assert {code: each.values for code, each in after.contents.items()} == {
        code: each.values for code, each in before.contents.items()
    }
    (view,) = after.merges
    services.merging.undo(view.merge.id, "다른 분이었음")
    assert "health" in services.people.open(gone.id).contents
    services.office.close()
