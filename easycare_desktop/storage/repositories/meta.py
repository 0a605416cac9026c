"""Named values of the office: ids, marks, choices of the first run. Nothing personal."""

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from easycare_desktop.storage.databases.office_tables import meta, metadata
from easycare_desktop.storage.repositories.prepared import Prepared
from easycare_desktop.storage.repositories.row_numbers import begin_block

# Made once: every save asks for them several times.
_GET = Prepared(select(meta.c.value).where(meta.c.name == bindparam("wanted")))
_NEW = insert(meta)
_PUT = Prepared(
    _NEW.on_conflict_do_update(index_elements=["name"], set_={"value": _NEW.excluded.value})
)


class MetaRepository:
    """Rows of `meta`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: str = "") -> str:
        """Return a value or the default."""
        found = _GET.first(self._connection, wanted=name)
        return default if found is None else str(found.value)

    def put(self, name: str, value: str) -> None:
        """Set a value."""
        _PUT.change(self._connection, name=name, value=value)

    def drop(self, name: str) -> None:
        """Forget a value."""
        self._connection.execute(meta.delete().where(meta.c.name == name))

    def raise_floor(self, series: str, number: str) -> None:
        """Let a series go on above `number`; a lower one changes nothing. They compare as text.

        A restore may bring back data that has not seen the newest numbers: none is given twice.
        """
        if number > self.floor(series):
            self.put(f"floor.{series}", number)

    def begin_block(self, block: int) -> None:
        """Let the rows of every table be numbered in a block of their own."""
        begin_block(self._connection, metadata, block)

    def floor(self, series: str, prefix: str = "") -> str:
        """Return the highest number known of a series if it has the prefix, else empty."""
        known = self.get(f"floor.{series}")
        return known if known.startswith(prefix) else ""

    def count_up(self, name: str) -> int:
        """Add one to a number and return it; starts at 1."""
        value = int(self.get(name, "0")) + 1
        self.put(name, str(value))
        return value
