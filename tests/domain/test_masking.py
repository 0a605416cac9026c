"""Which part of a number may be seen before somebody asks for it."""

import pytest

from easycare_desktop.domain.catalogue import FieldKind, ItemField, Sensitivity
from easycare_desktop.domain.masking import covered, covered_value, is_covered


def item(kind: FieldKind, sensitivity: Sensitivity = Sensitivity.UNIQUE_ID) -> ItemField:
    return ItemField("number", "number", kind, sensitivity=sensitivity)


@pytest.mark.parametrize("kind", [FieldKind.RESIDENT_NUMBER, FieldKind.FOREIGNER_NUMBER])
@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("750505-1234567", "750505-1******"),
        ("7505051234567", "7505051******"),
        ("1234567", "*******"),
        ("750505-1", "******-*"),
        ("", ""),
    ],
)
def test_of_a_resident_number_the_front_is_seen(kind: FieldKind, value: str, seen: str):
    assert covered_value(item(kind), value) == seen


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("110-123-456789", "***-***-**6789"),
        ("M12345678", "*****5678"),
        ("1234567", "*******"),
        ("123", "***"),
        ("", ""),
    ],
)
def test_of_any_other_number_the_last_four_are_seen_and_nothing_of_a_short_one(
    value: str, seen: str
):
    assert covered(value) == seen
    assert covered_value(item(FieldKind.ACCOUNT, Sensitivity.PLAIN), value) == seen


def test_accounts_and_unique_ids_are_covered():
    assert is_covered(item(FieldKind.TEXT))
    assert is_covered(item(FieldKind.ACCOUNT, Sensitivity.PLAIN))
    assert not is_covered(item(FieldKind.TEXT, Sensitivity.PLAIN))
