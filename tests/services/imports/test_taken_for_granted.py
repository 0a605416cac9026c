"""What a list does not say itself fills what is empty, and corrects nothing that is stored."""

from pathlib import Path

from easycare_desktop.domain.importing import FieldRef, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import brought, looked_at

HEAD = (
    "수급자명,생년월일,장기요양인정번호,등급,유효기간 시작일,유효기간 종료일,본인부담률,"
    "보호자명,보호자 연락처,급여종류,계약일,계약 시작일,계약 종료일"
)
ROW = (
    "김하나,1941-03-05,L1000000001,3,2025-01-01,2028-12-31,15,김보호,010-0000-1001,"
    "방문요양,2025-01-01,2025-01-01,2028-12-31"
)
RELATION = FieldRef(PersonKind.GUARDIAN, "identity", "relation")


def corrected(services: Services, name: str, group: str, **fields: str) -> None:
    (line,) = services.search.find(name)
    content = services.people.open(line.id).contents[group]
    services.people.save_group(
        line.id,
        group,
        {**content.values, **fields},
        expected_version=content.holding.version,
        reason="직접 고침",
    )


def test_what_was_corrected_by_hand_stays(services: Services, tmp_path: Path):
    shown = looked_at(services, tmp_path, HEAD, ROW)
    assert shown.rows[0].assumed == (RELATION,)
    brought(services, shown, "김하나")
    corrected(services, "김보호", "identity", relation="child")
    corrected(services, "김하나", "care_contract", party_name="김보호")
    (row,) = looked_at(services, tmp_path, HEAD, ROW).rows
    assert (row.state, row.assumed) == (RowState.SAME, ())


def test_what_the_list_says_of_the_same_group_is_taken(services: Services, tmp_path: Path):
    brought(services, looked_at(services, tmp_path, HEAD, ROW), "김하나")
    corrected(services, "김보호", "identity", relation="child")
    moved = ROW.replace("010-0000-1001", "010-0000-9999").replace(",15,", ",9,")
    (row,) = looked_at(services, tmp_path, HEAD, moved).rows
    assert [dict(each.before) for each in row.changes] == [
        {"copay": "general"},
        {"mobile": "010-0000-1001"},
    ]
    assert row.assumed == ()


def test_a_group_that_is_new_is_filled_for_somebody_known(services: Services, tmp_path: Path):
    known = ",".join(HEAD.split(",")[:7])
    bare = ",".join(ROW.split(",")[:7])
    brought(services, looked_at(services, tmp_path, known, bare), "김하나")
    (row,) = looked_at(services, tmp_path, HEAD, ROW).rows
    assert row.assumed == (RELATION,)
    contract, guardian = row.changes
    assert contract.values["party_name"] == "김하나"
    assert guardian.values["relation"] == "other"


def test_somebody_known_lends_a_new_group_what_another_one_holds(
    services: Services, tmp_path: Path
):
    known = ",".join(HEAD.split(",")[:7])
    bare = ",".join(ROW.split(",")[:7])
    brought(services, looked_at(services, tmp_path, known, bare), "김하나")
    head = "수급자명,생년월일,급여종류,계약일,계약 시작일,계약 종료일"
    row = "김하나,1941-03-05,방문요양,2025-01-01,2025-01-01,2026-12-31"
    shown = looked_at(services, tmp_path, head, row)
    assert shown.rows[0].left_out == ()
    (change,) = shown.rows[0].changes
    assert change.before.keys() == change.values.keys()
    contract = brought(services, shown, "김하나")["care_contract"]
    assert (contract["ltc_number"], contract["grade"]) == ("L1000000001", "3")
    (again,) = looked_at(services, tmp_path, head, row).rows
    assert again.state is RowState.SAME
