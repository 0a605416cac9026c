"""The first rows of holdings: their keys are durable before them."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.security.sealing import associated_data, seal_all
from easycare_desktop.storage.databases.office_tables import holding
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.bulk import insert_rows
from easycare_desktop.storage.repositories.sealed_values import plain_values
from easycare_desktop.storage.repositories.watched import WATCHED, watched_on

_COLUMNS = (
    *("id", "person_id", "grp", "state", "version", "basis", "channel", "collected_on"),
    *("sealed", "watched_on"),
)


class NewHolding(NamedTuple):
    """What is needed to begin a holding."""

    person_id: int
    group: str
    values: Mapping[str, str]
    basis: str
    channel: str
    collected_on: date


def begin(connection: Connection, keys: OpenKeys, new: Sequence[NewHolding]) -> list[int]:
    """Make one durable key a holding, then the rows; return the numbers of the holdings."""
    active = HoldingState.ACTIVE.value
    with keys.creating_holding_keys(len(new)) as made:
        days = [
            watched_on(each.group, each.values) if each.group in WATCHED else None for each in new
        ]
        sealed = seal_all(
            [
                (key, plain_values(each.values), associated_data(holding_id, each.group, 1))
                for each, (holding_id, key) in zip(new, made.items(), strict=True)
            ]
        )
    rows = [
        (
            holding_id,
            each.person_id,
            each.group,
            active,
            1,
            each.basis,
            each.channel,
            each.collected_on,
            closed,
            day,
        )
        for each, holding_id, closed, day in zip(new, made, sealed, days, strict=True)
    ]
    # In the order of the numbers: each would cost a page of their index.
    insert_rows(connection, holding, _COLUMNS, sorted(rows, key=itemgetter(0)))
    return list(made)
