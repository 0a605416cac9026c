"""Behind the name of a guardian stands in brackets who that is: both are read."""

from pathlib import Path

import pytest

from easycare_desktop.domain.importing import ImportRow, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import brought, looked_at

HEAD = "수급자명,생년월일,보호자명,보호자 연락처"


def row(services: Services, folder: Path, name: str, head: str = HEAD, more: str = "") -> ImportRow:
    line = f"김하나,1941-03-05,{name},010-0000-1001{more}"
    return looked_at(services, folder, head, line).rows[0]


def guardian(found: ImportRow) -> tuple[str, str]:
    (change,) = found.changes_of(PersonKind.GUARDIAN)
    return change.values["name"], change.values["relation"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("이보호(아들)", ("이보호", "child")),
        ("이보호 (큰딸)", ("이보호", "child")),
        ("이보호[배우자]", ("이보호", "spouse")),
        ("이보호（며느리）", ("이보호", "child_in_law")),
        ("이보호", ("이보호", "other")),
    ],
)
def test_the_relation_in_brackets_is_read(
    services: Services, tmp_path: Path, name: str, said: tuple[str, str]
):
    found = row(services, tmp_path, name)
    assert guardian(found) == said
    assert bool(found.assumed) == (said[1] == "other")


@pytest.mark.parametrize(
    "name", ["이보호(010-0000-0001)", "이보호(전)", "(아들)이보호", "이보호(전 남편)"]
)
def test_whatever_else_stands_there_is_told(services: Services, tmp_path: Path, name: str):
    assert row(services, tmp_path, name).state is RowState.BAD


def test_the_column_of_the_relation_counts_more(services: Services, tmp_path: Path):
    head = f"{HEAD},관계"
    assert guardian(row(services, tmp_path, "이보호(아들)", head, ",사위")) == (
        "이보호",
        "child_in_law",
    )


def test_the_same_guardian_is_known_again_with_and_without(services: Services, tmp_path: Path):
    first = looked_at(services, tmp_path, HEAD, "김하나,1941-03-05,이보호(딸),010-0000-1001")
    brought(services, first, "김하나")
    for name in ("이보호", "이보호(딸)"):
        assert row(services, tmp_path, name).state is RowState.SAME
