"""Consents as law wants them apart (Personal Information Protection Act arts. 22, 23, 24)."""

from collections.abc import Iterable
from enum import Enum

from easycare_desktop.domain.catalogue import Catalogue, Sensitivity
from easycare_desktop.domain.consent_purposes import ConsentPurpose


class Apart(Enum):
    """The sections of the form, in their order."""

    REQUIRED = "꼭 필요한 동의"
    SENSITIVE = "민감정보 · 따로 받는 동의"
    UNIQUE_ID = "고유식별정보 · 따로 받는 동의"
    OPTIONAL = "선택하는 동의"
    MARKETING = "홍보와 안내 · 따로 받는 동의"
    THIRD_PARTY = "제3자 제공 · 따로 받는 동의"


def apart(purpose: ConsentPurpose, catalogue: Catalogue) -> Apart:
    """Return the section a purpose stands in."""
    kinds = {catalogue.group(code).sensitivity for code in purpose.groups}
    if purpose.recipients:
        return Apart.THIRD_PARTY
    if Sensitivity.UNIQUE_ID in kinds:
        return Apart.UNIQUE_ID
    if Sensitivity.SENSITIVE in kinds:
        return Apart.SENSITIVE
    if purpose.channels:
        return Apart.MARKETING
    return Apart.REQUIRED if purpose.required else Apart.OPTIONAL


def in_sections(
    purposes: Iterable[ConsentPurpose], catalogue: Catalogue
) -> list[tuple[Apart, list[ConsentPurpose]]]:
    """Return the purposes by section, empty sections left out."""
    found: dict[Apart, list[ConsentPurpose]] = {}
    for purpose in purposes:
        found.setdefault(apart(purpose, catalogue), []).append(purpose)
    return [(section, found[section]) for section in Apart if section in found]
