"""What a person may have more than once: a further contract, a further licence."""

from collections.abc import Mapping
from typing import Final

from easycare_desktop.domain.catalogue import ItemGroup

CONTRACT: Final = "care_contract"
CONTRACTS = (CONTRACT, "care_contract_2", "care_contract_3")
LICENCES = ("licence_2", "licence_3")
_SETTLED = ("last_service_on", "ended_why")


def are_same(group: ItemGroup, one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Tell whether two entries are of one contract or licence; `group`: one with `told_by`.

    The first field that both fill decides; where there is none, they are the same.
    """
    for field in group.told_by:
        if one.get(field) and other.get(field):
            return one[field] == other[field]
    return True


def is_settled(contract: Mapping[str, str]) -> bool:
    """Tell whether it is on record when a contract was served last, and why it ended."""
    return all(contract.get(field) for field in _SETTLED)


def says_something(group: ItemGroup, values: Mapping[str, str]) -> bool:
    """Tell whether any of the fields is filled that tell one from the other."""
    return any(values.get(field) for field in group.told_by)
