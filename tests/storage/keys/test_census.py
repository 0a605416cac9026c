from pathlib import Path

from easycare_desktop.storage.keys.census import is_intact
from easycare_desktop.storage.keys.sqlcipher import PAGE_BYTES, connect

KEY = bytes(range(32))


def test_a_flip_in_a_page_that_nobody_reads_is_found(tmp_path: Path):
    path = tmp_path / "keys-1.db"
    connection = connect(path, KEY)
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE kept(x)")
    connection.execute("CREATE TABLE dropped(x)")
    connection.executemany("INSERT INTO dropped VALUES (?)", [(b"x" * 3000,)] * 9)
    connection.execute("COMMIT")
    connection.execute("DROP TABLE dropped")
    assert is_intact(connection)
    connection.close()
    content = bytearray(path.read_bytes())
    content[-PAGE_BYTES // 2] ^= 1
    path.write_bytes(content)
    connection = connect(path, KEY)
    assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    assert not is_intact(connection)
    connection.close()
