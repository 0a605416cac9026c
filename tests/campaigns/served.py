"""Several campaigns in one process that has the disk: what they share is imported and made once.

It reads one line of JSON for each, its name and words, and says `DONE` after what that tells; where
one fails itself, `FAILED` before. The next one may go on.
"""

import json
import runpy
import sys
import traceback

from tests.campaigns import campaign  # noqa: F401 - imported before the first one asks for it
from tests.helpers.quick import quick_openings

DONE = "done"
FAILED = "failed"


def main() -> None:
    """Serve until nobody asks any more."""
    with quick_openings():
        for line in sys.stdin:
            sys.argv[1:] = json.loads(line)
            name = sys.argv.pop(1)
            try:
                runpy.run_module(f"tests.campaigns.{name}", run_name="__main__")
            except SystemExit:
                pass
            except Exception:  # noqa: BLE001 - told to the test that asked
                traceback.print_exc()
                print(FAILED)  # noqa: T201 - read by the tests
            print(DONE, flush=True)  # noqa: T201 - read by the tests


if __name__ == "__main__":
    main()
