"""S6: a confirmed save with keys, history and log, against a bare commit of the same cipher."""

import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.storage.keys.sqlcipher import connect
from tests.benchmarks.crowd import Crowd, started
from tests.benchmarks.measure import in_turn, median, say_ratio
from tests.helpers.cases import PERSON

PEOPLE, ROUNDS = 2_000, 100


def bare_commit(connection: Connection) -> Callable[[], None]:
    """Return what inserts one row of 300 bytes in a transaction of its own."""
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, sealed BLOB)")
    numbers = count(1)

    def save() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare VALUES (?, ?)", (next(numbers), bytes(300)))
        connection.execute("COMMIT")

    return save


def main() -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        services = started(Crowd(folder, PEOPLE))
        person = services.people.find("")[0]
        identity = dict(PERSON["identity"])
        versions = count(1)

        def correct() -> None:
            version = next(versions)
            services.people.save_group(
                person.id,
                "identity",
                identity | {"address_detail": str(version)},
                expected_version=version,
                reason="이사",
            )

        def register() -> None:
            values = {"identity": PERSON["identity"], "entitlement": PERSON["entitlement"]}
            services.people.register(PersonKind.RECIPIENT, values)

        connection = connect(folder / "bare.db", bytes(range(32)))
        # In turn, so that a disk that slows down meanwhile slows all of them down.
        taken = in_turn((bare_commit(connection), correct, register), ROUNDS)
        bare, corrected, registered = map(median, taken)
        connection.close()
        services.office.close()
    held = say_ratio("S6", "correct with history and log", corrected, bare, 4)
    return say_ratio("S6", "register with keys and log", registered, bare, 4) and held


if __name__ == "__main__":
    sys.exit(not main())
