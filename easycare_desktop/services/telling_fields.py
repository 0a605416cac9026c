"""Which fields say something that can be looked for elsewhere."""

from collections.abc import Iterable

from easycare_desktop.domain.catalogue import FieldKind, ItemGroup

_TOO_PLAIN = frozenset({FieldKind.CHOICE, FieldKind.DATE})
_POINTING = frozenset(
    {
        FieldKind.NAME,
        FieldKind.PHONE,
        FieldKind.EMAIL,
        FieldKind.ACCOUNT,
        FieldKind.LTC_NUMBER,
        FieldKind.RESIDENT_NUMBER,
        FieldKind.FOREIGNER_NUMBER,
    }
)


def searched_fields(group: ItemGroup, fields: Iterable[str]) -> list[str]:
    """Return the items whose value is telling enough to be searched for byte by byte."""
    return [code for code in fields if group.field(code).kind not in _TOO_PLAIN]


def pointing_fields(group: ItemGroup, fields: Iterable[str]) -> list[str]:
    """Return the items whose value points to one person wherever it stands: a number, a name."""
    return [code for code in fields if group.field(code).kind in _POINTING]
