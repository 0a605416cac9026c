"""The headings of lists that the program itself writes are read when they come back."""

from pathlib import Path

import pytest

from easycare_desktop.documents.export_words import FIRST_GUARDIAN
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import codes, looked_at


def of_guardian(services: Services) -> list[FieldRef]:
    kind = PersonKind.GUARDIAN
    group = services.exports.groups(kind)[0]
    fields = [FieldRef(kind, group.code, field.code) for field in group.fields]
    return [ref for ref in fields if ref in services.imports.fields(PersonKind.RECIPIENT)]


@pytest.mark.parametrize("before", [FIRST_GUARDIAN, "보호자", "둘째 보호자"])
def test_every_field_of_a_guardian_is_known_by_its_label(
    services: Services, tmp_path: Path, before: str
):
    refs, catalogue = of_guardian(services), services.office.catalogue
    labels = [catalogue.field(ref.group, ref.field, ref.kind).label for ref in refs]
    head = ",".join(["성명", "생년월일", *(f"{before} {label}" for label in labels)])
    shown = looked_at(services, tmp_path, head, "김하나,1941-03-05" + "," * len(labels))
    assert "relation" in {ref.field for ref in refs}
    wanted = [ref.of_second if before == "둘째 보호자" else ref for ref in refs]
    assert codes(shown.layout)[2:] == [ref.code for ref in wanted]
