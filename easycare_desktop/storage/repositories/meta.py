"""Named values of the office: ids, marks, choices of the first run. Nothing personal."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from easycare_desktop.storage.databases.office_tables import meta


class MetaRepository:
    """Rows of `meta`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: str = "") -> str:
        """Return a value or the default."""
        found = self._connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar()
        return default if found is None else str(found)

    def put(self, name: str, value: str) -> None:
        """Set a value."""
        statement = insert(meta).values(name=name, value=value)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )

    def count_up(self, name: str) -> int:
        """Add one to a number and return it; starts at 1."""
        value = int(self.get(name, "0")) + 1
        self.put(name, str(value))
        return value
