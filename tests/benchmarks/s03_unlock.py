"""S3: from the password to the open office, and until everybody can be searched.

Each round takes all anew, one after another: a machine that has become slower since would
tell of nothing but itself. The collector of garbage rests, as it does while an office is opened.
"""

import gc
import json
import sys
import tempfile
from math import inf
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.security.passwords import HOUSE_KDF, derive, new_salt
from easycare_desktop.security.sealing import associated_data, unseal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys.sqlcipher import connect
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import median, milliseconds, say, say_ratio
from tests.helpers.offices import PASSWORD

SIZES, ROUNDS = (20_000, 100_000), 5
QUERY = "SELECT id, grp, version, sealed FROM holding WHERE grp IN ('identity', 'entitlement')"


def bare_loop(office: OpenOffice) -> float:
    """Read and open what the list shows of everybody, with nothing around it."""
    keys = dict(office.keys.living_keys())
    path = office.info.folder / "office.db"
    connection = connect(path, office.keys.file_key("office"), create=False)

    def loop() -> None:
        for holding_id, group, version, sealed in connection.execute(QUERY):
            bound = associated_data(holding_id, group, version)
            json.loads(unseal(keys[holding_id], sealed, bound))

    taken = milliseconds(loop)
    connection.close()
    return taken


def once(crowd: Crowd) -> tuple[float, ...]:
    """Return the milliseconds of: key derivation, open office, everybody there, search, bare loop.

    The search is the first one, which puts everybody in order of name; the windows do that beside
    the screen.
    """
    salt = new_salt()
    kdf = milliseconds(lambda: derive(PASSWORD, salt, HOUSE_KDF.make))
    opened: list[OpenOffice] = []
    first = milliseconds(lambda: opened.append(crowd.open()))
    services = Services(opened[0])
    rest = milliseconds(services.start)
    stroke = milliseconds(lambda: services.search.find("ㄱ"))
    bare = bare_loop(opened[0])
    opened[0].close()
    return kdf, first, first + rest, stroke, bare


def main() -> bool:
    gc.disable()
    held = True
    for people in SIZES:
        with tempfile.TemporaryDirectory() as name:
            crowd = Crowd(Path(name), people)
            crowd.make().close()
            rounds = [once(crowd) for _ in range(ROUNDS)]
        kdf, first, searchable, stroke, bare = map(median, zip(*rounds, strict=True))
        size = f"{people:,}"
        held &= say("S3", f"open office at {size} (KDF {kdf:.0f} ms)", first, kdf + 200)
        held &= say_ratio("S3", f"searchable at {size}", searchable, kdf + bare, 1.5)
        say("S3", f"the first search of {size}, everybody put in order", stroke, inf)
    return held


if __name__ == "__main__":
    sys.exit(not main())
