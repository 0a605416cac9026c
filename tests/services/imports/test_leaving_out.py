"""A single correction of a row is left out: the field stays as it is stored."""

from pathlib import Path

import pytest

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.import_refusals import NothingToImportError
from easycare_desktop.domain.importing import FieldRef, ImportRow, RowState
from easycare_desktop.domain.leaving_out import choosable, without
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import ROWS, preview_of, stored_list

ADDRESS = FieldRef(PersonKind.RECIPIENT, "identity", "address")
GRADE = FieldRef(PersonKind.RECIPIENT, "entitlement", "grade")
FROM = FieldRef(PersonKind.RECIPIENT, "entitlement", "valid_from")
UNTIL = FieldRef(PersonKind.RECIPIENT, "entitlement", "valid_until")
CHANGED = ROWS[0].replace("봄길 1", "가을길 9").replace("3등급", "2등급")


def values_of(services: Services, row: ImportRow) -> dict[str, str]:
    contents = services.people.open(row.person_id).contents
    return {**contents["identity"].values, **contents["entitlement"].values}


def test_one_of_two_corrections_is_taken(services: Services, tmp_path: Path):
    stored_list(services, tmp_path, ROWS[0])
    shown = preview_of(services, tmp_path, CHANGED)
    (row,) = shown.rows
    assert set(choosable(row)) == {ADDRESS, GRADE}
    services.imports.store(shown, {row.number}, "10월 목록", left_out={row.number: {ADDRESS}})
    values = values_of(services, row)
    assert (values["address"], values["grade"]) == ("행복시 봄길 1", "2")
    assert {each.field for each in services.people.history(row.person_id)} == {"grade"}


def test_a_row_of_which_nothing_is_left_changes_nothing(services: Services, tmp_path: Path):
    stored_list(services, tmp_path, ROWS[0])
    shown = preview_of(services, tmp_path, CHANGED)
    out = {shown.rows[0].number: {ADDRESS, GRADE}}
    with pytest.raises(NothingToImportError):
        services.imports.store(shown, {shown.rows[0].number}, "10월 목록", left_out=out)


def test_days_that_would_be_out_of_order_are_refused(services: Services, tmp_path: Path):
    stored_list(services, tmp_path, ROWS[0])
    renewed = ROWS[0].replace("2025-01-01,2028-12-31", "2029-01-01,2032-12-31")
    (row,) = preview_of(services, tmp_path, renewed).rows
    catalogue: Catalogue = services.office.catalogue
    assert without(row, {FROM}, catalogue).state is RowState.CHANGED
    with pytest.raises(InputRefusal):
        without(row, {UNTIL}, catalogue)


def test_what_is_new_cannot_be_left_out_field_by_field(services: Services, tmp_path: Path):
    (row,) = preview_of(services, tmp_path, ROWS[0]).rows
    assert choosable(row) == ()
    assert without(row, {ADDRESS}, services.office.catalogue).changes == row.changes
