"""Keys of holdings for tests that need no more than that there are some."""

from easycare_desktop.storage.keys.holding_keys import HoldingKeys


def new_keys_in(holdings: HoldingKeys, count: int) -> dict[int, bytes]:
    """Return new keys by their numbers, durable already."""
    with holdings.creating(count) as fresh:
        pass
    return fresh
