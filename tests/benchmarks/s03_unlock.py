"""S3: from the password to the open office, and until everybody can be searched."""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.security.passwords import HOUSE_KDF, derive, new_salt
from easycare_desktop.security.sealing import associated_data, unseal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys.sqlcipher import connect
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import median, milliseconds, repeated, say, say_ratio
from tests.helpers.offices import PASSWORD

SIZES = (20_000, 100_000)
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

    taken = median(repeated(loop, 3))
    connection.close()
    return taken


def main() -> bool:
    salt = new_salt()
    kdf = median(repeated(lambda: derive(PASSWORD, salt, HOUSE_KDF.make), 5))
    held = True
    for people in SIZES:
        with tempfile.TemporaryDirectory() as name:
            crowd = Crowd(Path(name), people)
            office = crowd.make()
            bare = bare_loop(office)
            office.close()
            opened: list[OpenOffice] = []
            first = milliseconds(lambda crowd=crowd, opened=opened: opened.append(crowd.open()))
            services = Services(opened[0])
            rest = milliseconds(services.start)
            opened[0].close()
        size = f"{people:,}"
        held &= say("S3", f"open office at {size} (KDF {kdf:.0f} ms)", first, kdf + 200)
        held &= say_ratio("S3", f"searchable at {size}", first + rest, kdf + bare, 1.5)
    return held


if __name__ == "__main__":
    sys.exit(not main())
