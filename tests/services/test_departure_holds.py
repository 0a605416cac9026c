"""An office that closes erases nothing that a dispute keeps."""

from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain import measures
from easycare_desktop.domain.measures import MeasureCause, MeasureKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.departure import (
    Departure,
    DisputeKeepsError,
    DisputeKeepsLostError,
)
from easycare_desktop.services.departure_run import Order, depart
from easycare_desktop.ui.wording.refusals import words_for
from tests.helpers.backups import back_up, restore
from tests.helpers.cases import known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, OfficeMould
from tests.helpers.offices import CODE, LOGIN, PASSWORD

UNTIL = date(2026, 12, 31)
HOLD = measures.Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "가상법원 2026가단1", UNTIL)


def test_what_a_dispute_keeps_is_let_go_before_all_goes(mould: OfficeMould, tmp_path: Path):
    home = mould.copy_to(tmp_path / "home")
    paper = tmp_path / "paper.pdf"
    services = Services(home.open())
    person = known_person(services)
    held = services.people.open(person.id).contents["emergency"].holding.id
    services.measures.order([held], HOLD)
    services.office.close()
    closing = Order(
        Departure.CERTIFICATE, LOGIN, PASSWORD, CLERK, OTHERS_PASSWORD, "공단 이관", paper=paper
    )
    with pytest.raises(DisputeKeepsError) as refused:
        depart(home.offices, CODE, closing)
    assert (refused.value.count, paper.exists()) == (1, False)
    services = Services(home.open())
    services.measures.lift(held, MeasureKind.HOLD)
    services.office.close()
    assert depart(home.offices, CODE, closing).whole
    assert paper.exists()


def test_a_hold_on_what_a_restore_has_lost_is_said_to_be_one(mould: OfficeMould, tmp_path: Path):
    home = mould.copy_to(tmp_path / "home")
    services = Services(home.open())
    old = back_up(services.office, tmp_path / "backups")
    person = known_person(services)
    held = services.people.open(person.id).contents["emergency"].holding.id
    services.measures.order([held], HOLD)
    folder = services.office.info.folder
    services.office.close()
    (folder / "office.db").write_bytes(b"torn")
    restore(home, folder, old)
    with pytest.raises(DisputeKeepsLostError) as refused:
        depart(
            home.offices,
            CODE,
            Order(
                *(Departure.CERTIFICATE, LOGIN, PASSWORD, CLERK, OTHERS_PASSWORD, "공단 이관"),
                paper=tmp_path / "paper.pdf",
            ),
        )
    assert refused.value.until == UNTIL
    assert "분쟁보존을 풀거나, 2026년 12월 31일이 지난 뒤" in words_for(refused.value).todo
