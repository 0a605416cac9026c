"""The catalogue: what may be stored, whose, why, on which basis, how long. Nothing else may."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from easycare_desktop.domain.consent_purposes import ConsentPurpose
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rule_refusals import NotInCatalogueError


class FieldKind(Enum):
    """How a field is typed, checked and shown."""

    TEXT = "text"
    NAME = "name"
    DATE = "date"
    PHONE = "phone"
    ADDRESS = "address"
    EMAIL = "email"
    CHOICE = "choice"
    NUMBER = "number"
    MONEY = "money"
    ACCOUNT = "account"
    LTC_NUMBER = "ltc_number"
    BUSINESS_NUMBER = "business_number"
    FACILITY_CODE = "facility_code"
    POSTCODE = "postcode"
    LONG_TEXT = "long_text"
    RESIDENT_NUMBER = "resident_number"
    FOREIGNER_NUMBER = "foreigner_number"
    __hash__ = object.__hash__  # each is there once; they are asked for with every value


class Sensitivity(Enum):
    """Plain, sensitive (Personal Information Protection Act art. 23) or a unique id (art. 24)."""

    PLAIN = "plain"
    SENSITIVE = "sensitive"
    UNIQUE_ID = "unique_id"


class Basis(Enum):
    """On what the processing rests (Personal Information Protection Act art. 15(1) 1-7)."""

    CONSENT = "consent"
    LAW = "law"
    PUBLIC_TASK = "public_task"
    CONTRACT = "contract"
    VITAL_INTEREST = "vital_interest"
    LEGITIMATE_INTEREST = "legitimate_interest"
    PUBLIC_HEALTH = "public_health"


@dataclass(frozen=True, slots=True)
class ItemField:
    """One field. `kinds` empty: for every kind of person the group has.

    `past`: a date not in the future. `birth`: a day of birth. `not_before`: the code of a date of
    the same group that this may not precede. `maximum`: characters of a text, or largest number.
    `minimum`: smallest number. `digits`: how many digits a text is, and nothing else.
    """

    code: str
    label: str
    kind: FieldKind
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    sensitivity: Sensitivity = Sensitivity.PLAIN
    kinds: frozenset[PersonKind] = frozenset()
    past: bool = False
    birth: bool = False
    not_before: str = ""
    maximum: int = 0
    minimum: int = 0
    digits: int = 0

    def choice_label(self, code: str) -> str:
        """Return the words for a choice. Raises `NotInCatalogueError`."""
        for known, label in self.choices:
            if known == code:
                return label
        raise NotInCatalogueError(self.code, code)


@dataclass(frozen=True, slots=True)
class GroupTerms:
    """On what a group rests for one kind of person, where it differs from the group's own terms."""

    basis: Basis
    basis_article: str
    rules: tuple[str, ...]
    consent_purpose: str | None
    purpose: str


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """An item group. `rules`: codes of retention rows; without any it goes with the purpose.

    `by_permit`: only where the officer recorded the law; `closed` until then, nothing is stored.
    `again_of`: the group that a person has once more in this one; `told_by`: the fields by which
    one is told from the other, the first that both fill decides.
    """

    code: str
    label: str
    kinds: frozenset[PersonKind]
    purpose: str
    basis: Basis
    basis_article: str
    sensitivity: Sensitivity
    rules: tuple[str, ...]
    consent_purpose: str | None
    fields: tuple[ItemField, ...]
    order: int
    by_permit: bool = False
    closed: bool = False
    again_of: str = ""
    told_by: tuple[str, ...] = ()

    def field(self, code: str) -> ItemField:
        """Return the field. Raises `NotInCatalogueError`."""
        for each in self.fields:
            if each.code == code:
                return each
        raise NotInCatalogueError(self.code, code)

    def fields_for(self, kind: PersonKind) -> tuple[ItemField, ...]:
        """Return the fields that persons of this kind have, in order."""
        return tuple(each for each in self.fields if not each.kinds or kind in each.kinds)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All groups and consent purposes of one kind of office.

    `terms` holds, by group code and kind of person, where a group rests on something else.
    `permit`: groups that need a permit of the officer are open.
    """

    office: OfficeKind
    groups: tuple[ItemGroup, ...]
    purposes: tuple[ConsentPurpose, ...]
    terms: Mapping[tuple[str, PersonKind], GroupTerms]
    permit: bool = False
    _of_kind: dict[PersonKind, dict[str, ItemGroup]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Set every group once as it stands for each kind of person."""
        found: dict[PersonKind, dict[str, ItemGroup]] = {kind: {} for kind in PersonKind}
        for group in self.groups:
            for kind in group.kinds:
                found[kind][group.code] = self._for_kind(group, kind)
        object.__setattr__(self, "_of_kind", found)

    def group(self, code: str, kind: PersonKind | None = None) -> ItemGroup:
        """Return the group, with `kind` as it stands for that kind of person.

        Then basis, rules, consent and fields are those of the kind. Raises `NotInCatalogueError`,
        also when persons of the kind do not have the group.
        """
        if kind is not None:
            own = self._of_kind[kind].get(code)
            if own is None:
                raise NotInCatalogueError(code, kind.value)
            return own
        for each in self.groups:
            if each.code == code:
                return each
        raise NotInCatalogueError(code)

    def groups_for(self, kind: PersonKind) -> tuple[ItemGroup, ...]:
        """Return the groups a person of this kind may have, as they stand for it, in order."""
        return tuple(each for each in self._of_kind[kind].values() if not each.closed)

    def kinds(self) -> frozenset[PersonKind]:
        """Return the kinds of person this office may store anything about."""
        return frozenset(kind for group in self.groups for kind in group.kinds)

    def field(self, group: str, field: str, kind: PersonKind | None = None) -> ItemField:
        """Return one field of a group. Raises `NotInCatalogueError`."""
        return self.group(group, kind).field(field)

    def has_field(self, group: str, field: str, kind: PersonKind) -> bool:
        """Tell whether persons of this kind may have the field."""
        try:
            self.field(group, field, kind)
        except NotInCatalogueError:
            return False
        return True

    def purpose(self, code: str, kind: PersonKind | None = None) -> ConsentPurpose:
        """Return the purpose, with `kind` as told to that kind. Raises `NotInCatalogueError`."""
        for each in self.purposes:
            if each.code == code and (kind is None or kind in each.kinds):
                return each
        raise NotInCatalogueError(code)

    def purposes_for(self, kind: PersonKind) -> tuple[ConsentPurpose, ...]:
        """Return the purposes on the consent form of this kind, required ones first."""
        own = (each for each in self.purposes if kind in each.kinds)
        return tuple(sorted(own, key=lambda purpose: not purpose.required))

    def without_consent(self, kind: PersonKind) -> tuple[ItemGroup, ...]:
        """Return the groups processed without consent, to be told with their basis (art. 22(3)).

        What somebody has once more is told of once.
        """
        own = self.groups_for(kind)
        return tuple(each for each in own if each.consent_purpose is None and not each.again_of)

    def once_more(self, code: str, kind: PersonKind) -> tuple[ItemGroup, ...]:
        """Return the groups in which a person may have a group once more, in order."""
        return tuple(each for each in self.groups_for(kind) if each.again_of == code)

    def _for_kind(self, group: ItemGroup, kind: PersonKind) -> ItemGroup:
        terms = self.terms.get((group.code, kind))
        closed = group.by_permit and not self.permit
        fields = group.fields_for(kind)
        changed = replace(group, kinds=frozenset({kind}), fields=fields, closed=closed)
        if terms is None:
            return changed
        return replace(
            changed,
            basis=terms.basis,
            basis_article=terms.basis_article,
            rules=terms.rules,
            consent_purpose=terms.consent_purpose,
            purpose=terms.purpose,
        )
