"""Days that do not come before the day of birth of the person they are about."""

from collections.abc import Mapping

from easycare_desktop.domain.once_more import CONTRACTS
from easycare_desktop.domain.validation_refusals import BeforeBirthError

BIRTH = "birth"
AFTER_BIRTH: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(CONTRACTS, ("contract_on", "starts_on")),
    "entitlement": ("valid_from",),
    "employment": ("hired_on",),
    "application": ("applied_on",),
}
"""By item group. The day of death stands beside the birth: the catalogue tells their order."""


def before_birth(
    group: str, values: Mapping[str, str], birth: str
) -> list[tuple[str, BeforeBirthError]]:
    """Return the fields of a group that are before a birth; days in ISO form, empty fits all."""
    return [
        (field, BeforeBirthError(BIRTH))
        for field in AFTER_BIRTH.get(group, ())
        if birth and "" < values.get(field, "") < birth
    ]
