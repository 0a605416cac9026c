"""Reads `resources/catalogue` into the catalogue of one kind of office."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from easycare_desktop.domain.catalogue import (
    Basis,
    Catalogue,
    FieldKind,
    GroupTerms,
    ItemField,
    ItemGroup,
    Sensitivity,
)
from easycare_desktop.domain.consent_purposes import ConsentPurpose
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.system.toml_rows import Row, read_rows


def load_catalogue(folder: Path, office: OfficeKind) -> Catalogue:
    """Read the item groups and consent purposes of `office` from `folder`.

    Raises `RuleFileError` naming the file and the row that cannot be read or contradicts itself.
    """
    file = read_rows(folder / f"{office.value}.toml")
    if file.text("office") != office.value:
        raise file.wrong("office", "names another kind of office")
    terms: dict[tuple[str, PersonKind], GroupTerms] = {}
    groups = [_group(row, terms) for row in file.rows("group")]
    groups += [_again(row, groups) for row in file.rows("again")]
    file.finish()
    catalogue = Catalogue(
        office=office,
        groups=tuple(sorted(groups, key=lambda group: group.order)),
        purposes=tuple(_purposes(read_rows(folder / "consents.toml"), office)),
        terms=MappingProxyType(terms),
    )
    _check_consents(file, catalogue)
    return catalogue


def _group(row: Row, terms: dict[tuple[str, PersonKind], GroupTerms]) -> ItemGroup:
    group = ItemGroup(
        code=row.text("code"),
        label=row.text("label"),
        kinds=row.members("kinds", PersonKind),
        purpose=row.text("purpose"),
        basis=row.member("basis", Basis),
        basis_article=row.text("basis_article"),
        sensitivity=row.member("sensitivity", Sensitivity, Sensitivity.PLAIN),
        rules=row.texts("rules"),
        consent_purpose=row.text("consent", "") or None,
        fields=tuple(_field(each) for each in row.rows("field")),
        order=row.number("order"),
        by_permit=row.flag("permit"),
    )
    for kind, each in _terms(row.inner("for"), group).items():
        terms[(group.code, kind)] = each
    row.finish()
    _check_fields(row, group)
    return group


def _again(row: Row, groups: Iterable[ItemGroup]) -> ItemGroup:
    """Return a group that a person may have once more, made of the fields of the other."""
    of, fields = row.text("of"), row.texts("fields")
    whole = next((each for each in groups if each.code == of and not each.again_of), None)
    known = {each.code: each for each in whole.fields} if whole else {}
    if whole is None or not known.keys() >= {*fields, *row.texts("told_by")}:
        raise row.wrong("of", "a group of this office, and fields of that group")
    required = row.texts("required")
    made = replace(
        whole,
        code=row.text("code"),
        label=row.text("label"),
        fields=tuple(
            replace(known[code], required=known[code].required or code in required)
            for code in fields or known
        ),
        order=row.number("order"),
        again_of=of,
        told_by=row.texts("told_by"),
    )
    row.finish()
    _check_fields(row, made)
    return made


def _terms(row: Row, group: ItemGroup) -> Mapping[PersonKind, GroupTerms]:
    found: dict[PersonKind, GroupTerms] = {}
    for name in row.names():
        inner = row.inner(name)
        kind = next((each for each in group.kinds if each.value == name), None)
        if kind is None:
            raise row.wrong(name, "no kind of this group")
        found[kind] = GroupTerms(
            basis=inner.member("basis", Basis, group.basis),
            basis_article=inner.text("basis_article", group.basis_article),
            rules=inner.texts("rules") if inner.has("rules") else group.rules,
            consent_purpose=inner.text("consent", group.consent_purpose or "") or None,
            purpose=inner.text("purpose", group.purpose),
        )
        inner.finish()
    return found


def _field(row: Row) -> ItemField:
    field = ItemField(
        code=row.text("code"),
        label=row.text("label"),
        kind=row.member("kind", FieldKind),
        required=row.flag("required"),
        choices=row.pairs("choices"),
        hint=row.text("hint", ""),
        sensitivity=row.member("sensitivity", Sensitivity, Sensitivity.PLAIN),
        kinds=row.members("kinds", PersonKind),
        past=row.flag("past"),
        birth=row.flag("birth"),
        not_before=row.text("not_before", ""),
        maximum=row.number("maximum", 0),
        minimum=row.number("minimum", 0),
        digits=row.number("digits", 0),
    )
    row.finish()
    if bool(field.choices) is not (field.kind is FieldKind.CHOICE):
        raise row.wrong("choices", "choices belong to a choice")
    return field


def _check_fields(row: Row, group: ItemGroup) -> None:
    codes = {each.code for each in group.fields}
    if not group.kinds or not codes or len(codes) != len(group.fields):
        raise row.wrong("field", "a group has kinds, and fields with codes of their own")
    dates = {each.code for each in group.fields if each.kind is FieldKind.DATE}
    for each in group.fields:
        if not each.kinds <= group.kinds:
            raise row.wrong(each.code, "kinds outside the group")
        if each.not_before and not {each.code, each.not_before} <= dates:
            raise row.wrong(each.code, "not_before compares dates of one group")


def _check_consents(file: Row, catalogue: Catalogue) -> None:
    """Raise unless a group rests on a purpose exactly where the purpose names the group."""
    named = {(g, k, p.code) for p in catalogue.purposes for g in p.groups for k in p.kinds}
    resting = {
        (group.code, kind, group.consent_purpose)
        for kind in catalogue.kinds()
        for group in catalogue.groups_for(kind)
        if group.consent_purpose
    }
    for group, kind, purpose in named ^ resting:
        raise file.wrong(group, f"{kind.value} and {purpose} do not agree")
    labels: dict[str, str] = {}
    known: set[tuple[str, PersonKind]] = set()
    for each in catalogue.purposes:
        own = {(each.code, kind) for kind in each.kinds}
        if own & known or labels.setdefault(each.code, each.label) != each.label:
            raise file.wrong(each.code, "one row a kind of person, and one label for all")
        known |= own


def _purposes(file: Row, office: OfficeKind) -> Iterable[ConsentPurpose]:
    for row in file.rows("purpose"):
        offices = row.members("offices", OfficeKind)
        purpose = _purpose(row)
        row.finish()
        if office in offices:
            yield purpose
    file.finish()


def _purpose(row: Row) -> ConsentPurpose:
    return ConsentPurpose(
        code=row.text("code"),
        label=row.text("label"),
        required=row.flag("required"),
        kinds=row.members("kinds", PersonKind),
        groups=row.texts("groups"),
        purpose=row.text("purpose"),
        items=row.text("items"),
        period=row.text("period"),
        refusal=row.text("refusal"),
        basis_article=row.text("basis_article"),
        text_version=row.text("text_version"),
        separate=row.flag("separate"),
        emphasised=row.flag("emphasised"),
        recipients=row.text("recipients", ""),
        channels=row.pairs("channels"),
        years=row.number("years", 0),
        sole=row.flag("sole"),
    )
