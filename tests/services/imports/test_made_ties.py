"""A list ties guardians in use to recipients in use: taken back, they are not tied any more."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_refusals import ImportNotUndoableError
from easycare_desktop.domain.import_undo import Stays
from easycare_desktop.domain.relations import LinkEnding
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import looked_at

HEAD = "수급자명,생년월일,성별,휴대폰,보호자명,관계,보호자 연락처"
HER = "김하나,1941-03-05,여,,이보호,아들,010-0000-1001"
HIM = "남궁두리,1942-03-05,남,,,,"
TIED = "남궁두리,1942-03-05,남,,이보호,아들,010-0000-1001"


@pytest.fixture(autouse=True)
def _known(services: Services, tmp_path: Path) -> None:
    stored(services, tmp_path, HER, HIM)


def stored(services: Services, folder: Path, *rows: str) -> int:
    shown = looked_at(services, folder, HEAD, *rows)
    return services.imports.store(shown, {row.number for row in shown.rows}, "엑셀 목록").id


def guardians(services: Services, name: str) -> list[str]:
    (line,) = services.search.find(name)
    return [each.name for each in services.people.open(line.id).guardians]


def test_a_list_that_only_tied_is_taken_back(services: Services, tmp_path: Path):
    run_id = stored(services, tmp_path, TIED)
    assert guardians(services, "남궁두리") == ["이보호"]
    view = services.import_undoing.look(run_id)
    assert (view.gone, view.reversed, view.untied) == (0, 0, 1)
    services.import_undoing.undo(run_id, "되돌림")
    assert guardians(services, "남궁두리") == []
    assert guardians(services, "김하나") == ["이보호"]
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        assert step.uow.meta.get(f"list_ties.{run_id}", "nothing") == "nothing"


def test_ties_go_beside_corrections_and_newcomers(services: Services, tmp_path: Path):
    run_id = stored(
        services,
        tmp_path,
        TIED.replace("남,,", "남,010-1111-2222,"),
        "김하나,1941-03-05,여,,박새보,딸,010-0000-5555",
        "이셋째,1943-03-05,여,,이보호,아들,010-0000-1001",
    )
    assert guardians(services, "김하나") == ["이보호", "박새보"]
    assert services.import_undoing.undo(run_id, "되돌림").untied == 1
    assert guardians(services, "남궁두리") == []
    assert guardians(services, "김하나") == ["이보호"]
    assert services.search.find("이셋째") == []


def test_who_stays_keeps_the_guardian(services: Services, tmp_path: Path):
    run_id = stored(services, tmp_path, TIED.replace("남,,", "남,010-1111-2222,"))
    (line,) = services.search.find("남궁두리")
    identity = services.people.open(line.id).contents["identity"]
    services.people.save_group(
        line.id,
        "identity",
        {**identity.values, "address": "다른 길 5"},
        expected_version=identity.holding.version,
        reason="이사",
    )
    view = services.import_undoing.look(run_id)
    assert (view.stays, view.untied) == ({line.id: Stays.CHANGED}, 0)
    with pytest.raises(ImportNotUndoableError):
        services.import_undoing.undo(run_id, "되돌림")
    assert guardians(services, "남궁두리") == ["이보호"]


def test_a_tie_that_somebody_made_again_stays(services: Services, tmp_path: Path):
    run_id = stored(services, tmp_path, TIED)
    (recipient,) = services.search.find("남궁두리")
    (guardian,) = services.search.find("이보호")
    services.relations.end(
        recipient.id, guardian.id, services.office.today(), LinkEnding.MISTAKE, with_data=False
    )
    services.people.link_guardian(recipient.id, guardian.id)
    with pytest.raises(ImportNotUndoableError):
        services.import_undoing.undo(run_id, "되돌림")
    assert guardians(services, "남궁두리") == ["이보호"]
