"""Small errands run by a Windows Python that has the installed program's own files on its path.

Each prints one JSON object. They stand for what a person does by hand: make an office, open it
another day, try an older program on newer data. `bare.py` has those that need no program.
"""

import json
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import get_type_hints

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.offices import Offices, RecoveryCode, Setup
from easycare_desktop.system.paths import ProgramPaths

_PROFILE = {
    "office_name": "시험방문요양센터",
    "facility_code": "99999000009",
    "head_name": "나대표",
    "officer_name": "박책임",
    "officer_phone": "02-000-0000",
    "address": "행복시 나눔구 봄길 1",
    "phone": "02-000-0001",
}
_PERSON = {"name": "홍길동", "birth": "1940-03-05", "sex": "male", "mobile": "010-0000-1234"}
_RECIPIENTS = 5
_LOGIN = "park.officer"
_PASSWORD = "officer-pass-phrase"  # noqa: S105 - of a made-up office


# Wherever the program of that day keeps it.
_KINDS = get_type_hints(Setup)["kind"]
_CLOCK = "easycare_desktop.system.system_clock"
_ROOM = _CLOCK if find_spec(_CLOCK) is not None else "easycare_desktop.system.clock"
SystemClock = import_module(_ROOM).SystemClock


class SystemStores:
    """The credential store of Windows."""

    def __call__(self, *, practice: bool) -> object:
        """Return the store."""
        from easycare_desktop.security.system_store import find_system_store  # noqa: PLC0415

        del practice
        return find_system_store()


def make_office() -> dict[str, object]:
    """Make the office of one person, with recipients and a key place, as the first run does."""
    paths = ProgramPaths.of_this_user(os.environ)
    place = Path(os.environ["PUBLIC"]) / f"열쇠 보관처 {os.environ['USERNAME']}"
    place.mkdir(exist_ok=True)
    setup = Setup(
        kind=_KINDS.AGENCY,
        alone=True,
        practice=False,
        profile=_PROFILE,
        login=_LOGIN,
        name="박책임",
        password=_PASSWORD,
        sheet=RecoveryCode.generate(),
        key_place=("USB", place),
    )
    office = Offices(paths, SystemClock(), SystemStores()).create(setup)
    services = Services(office)
    services.start()
    for number in range(_RECIPIENTS):
        person = {**_PERSON, "name": f"홍길{chr(ord('가') + number)}"}
        services.people.register(PersonKind.RECIPIENT, {"identity": person})
    services.key_places.refresh_all()
    office.close()
    return {"made": True}


def open_office() -> dict[str, object]:
    """Open the office of this PC in this new process; say how many people it has."""
    paths = ProgramPaths.of_this_user(os.environ)
    offices = Offices(paths, SystemClock(), SystemStores())
    try:
        office = offices.open(_PROFILE["facility_code"], _LOGIN, _PASSWORD)
    except Refusal as refusal:
        return {"refusal": type(refusal).__name__}
    try:
        return {"people": Services(office).start(), "store": office.info.store_name}
    finally:
        office.close()


ERRANDS = {
    "make-office": make_office,
    "open-office": open_office,
}

if __name__ == "__main__":
    print(json.dumps(ERRANDS[sys.argv[1]](), ensure_ascii=False))
