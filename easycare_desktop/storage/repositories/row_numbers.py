"""Numbers of rows: whoever goes on from older data gives none that newer data may have given."""

from sqlalchemy import Connection, MetaData, text

from easycare_desktop.domain.row_numbers import BLOCK

_RAISE = text("UPDATE sqlite_sequence SET seq = :past WHERE name = :name AND seq < :past")
_BEGIN = text(
    "INSERT INTO sqlite_sequence(name, seq) SELECT :name, :past"
    " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = :name)"
)


def begin_block(connection: Connection, metadata: MetaData, block: int) -> None:
    """Let every table that counts its rows go on in a block of its own: 10^9 rows each.

    Doing it twice changes nothing more.
    """
    for table in metadata.tables.values():
        if table.dialect_options["sqlite"]["autoincrement"]:
            said = {"name": table.name, "past": block * BLOCK}
            connection.execute(_RAISE, said)
            connection.execute(_BEGIN, said)
