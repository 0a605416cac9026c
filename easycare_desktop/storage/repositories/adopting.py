"""A holding that finds its owner: what the office took in becomes a holding of a person."""

from sqlalchemy import Connection, update

from easycare_desktop.storage.databases.office_tables import holding
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.repositories.holdings import HoldingsRepository
from easycare_desktop.storage.repositories.sealed_values import seal_values


class Adopting:
    """Number, key and sealed files stay, so that all of it goes with the end of that one key."""

    def __init__(
        self, connection: Connection, keys: OpenKeys, holdings: HoldingsRepository
    ) -> None:
        self._connection, self._keys, self._holdings = connection, keys, holdings

    def adopt(self, holding_id: int, new: NewHolding) -> int:
        """Let a holding become another person's, of another item group; return its number."""
        version = self._holdings.open(holding_id).holding.version + 1
        key = self._keys.key_of(holding_id)
        self._connection.execute(
            update(holding)
            .where(holding.c.id == holding_id)
            .values(
                person_id=new.person_id,
                grp=new.group,
                version=version,
                basis=new.basis,
                channel=new.channel,
                collected_on=new.collected_on,
                sealed=seal_values(key, holding_id, new.group, version, new.values),
            )
        )
        return holding_id
