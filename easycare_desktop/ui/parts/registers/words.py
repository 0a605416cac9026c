"""How an entry of a register reads in one line."""

from easycare_desktop.domain.catalogue import Catalogue, FieldKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import RegisterItem, RegisterKind

_FIRST = {
    RegisterKind.BOX: ("label",),
    RegisterKind.MEDIUM: ("medium", "maker", "model"),
    RegisterKind.OUTSIDE: ("label",),
}
_SECOND = {
    RegisterKind.BOX: ("cabinet", "compartment", "key_holder"),
    RegisterKind.MEDIUM: ("serial", "asset", "capacity"),
    RegisterKind.OUTSIDE: ("where", "contact"),
}


def first_words(item: RegisterItem, catalogue: Catalogue) -> str:
    """Return what an entry is called."""
    return _joined(item, catalogue, _FIRST[item.kind], " ")


def second_words(item: RegisterItem, catalogue: Catalogue) -> str:
    """Return where it is, or how it is told from others."""
    return _joined(item, catalogue, _SECOND[item.kind], " · ")


def choice_words(item: RegisterItem, catalogue: Catalogue) -> str:
    """Return an entry as one choice of a list."""
    parts = (item.number, first_words(item, catalogue), second_words(item, catalogue))
    return " · ".join(part for part in parts if part)


def _joined(item: RegisterItem, catalogue: Catalogue, codes: tuple[str, ...], by: str) -> str:
    group = catalogue.group(item.kind.group, PersonKind.OFFICE)
    said = []
    for code in codes:
        value = item.values.get(code, "")
        field = group.field(code)
        said.append(
            field.choice_label(value) if value and field.kind is FieldKind.CHOICE else value
        )
    return by.join(part for part in said if part)
