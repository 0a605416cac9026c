"""Takes the offices off this PC when the program is uninstalled: with windows, or with answers."""

import json
import logging
import shutil
import sys
from pathlib import Path

from easycare_desktop.app.ground import Ground, paths_of_this_user
from easycare_desktop.app.standing import dress
from easycare_desktop.app.stores import SystemStores
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.credential_store import CredentialStoreError
from easycare_desktop.security.protector import ENTRY
from easycare_desktop.services.departure import Departure
from easycare_desktop.services.departure_run import Order, depart, drop_practice
from easycare_desktop.services.offices import Offices
from easycare_desktop.system.atomic_files import overwrite_and_unlink
from easycare_desktop.system.logs import start_logging, stop_logging
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.running_program import RunningProgram
from easycare_desktop.system.system_clock import SystemClock
from easycare_desktop.ui.appearance import house_application
from easycare_desktop.ui.windows.leave_window import LeaveWindow

DONE, REFUSED, RUNNING = range(3)
_BACKUP = "마지막 백업"
_NAME = "사무실 전체 파기확인서-{code}.pdf"
_log = logging.getLogger(__name__)


def leave(how: str, answers: Path | None) -> int:
    """Take every office off this PC. Return 0 when none is left, else what stopped it."""
    paths = paths_of_this_user()
    running = RunningProgram(paths.running)
    if not running.begin():
        return RUNNING
    logs = start_logging(paths.logs)
    stores = SystemStores()
    try:
        offices = Offices(paths, SystemClock(), stores)
        by = _by_answers if answers is not None else _by_windows
        done = by(Departure(how), offices, paths, answers)
        if done:
            for record in offices.known():
                drop_practice(offices, record, stores(practice=True))
    finally:
        stop_logging(logs)
        running.end()
    if done:
        _forget_this_user(paths, stores)
    return DONE if done else REFUSED


def _by_answers(
    how: Departure, offices: Offices, _paths: ProgramPaths, answers: Path | None
) -> bool:
    """Do as the file says; it holds passwords, so it is erased as soon as it was read."""
    if answers is None:
        return False
    try:
        said = {str(key): str(value) for key, value in json.loads(answers.read_bytes()).items()}
        overwrite_and_unlink(answers)
        for record in offices.known():
            if not record.practice:
                depart(offices, record.code, _order(how, record.code, said))
    except (Refusal, OSError, ValueError, KeyError) as error:
        _log.warning("not left: %s", type(error).__name__)
        return False
    return True


def _order(how: Departure, code: str, said: dict[str, str]) -> Order:
    backup, papers = said.get("backup_folder", ""), said.get("certificate_folder", "")
    return Order(
        how,
        said["login"],
        said["password"],
        said.get("second_login", ""),
        said.get("second_password", ""),
        said.get("handover", ""),
        (_BACKUP, Path(backup)) if backup else None,
        Path(papers) / _NAME.format(code=code) if papers else None,
    )


def _by_windows(
    how: Departure, offices: Offices, paths: ProgramPaths, _answers: Path | None
) -> bool:
    """Ask an officer of each real office."""
    app = house_application(sys.argv[0])
    dress(app)
    ground = Ground(app, paths, SystemClock(), SystemStores())
    ground.incidents.install()
    try:
        for record in offices.known():
            if record.practice:
                continue
            window = LeaveWindow(
                how, record.code, offices, ground.kit, ground.messages, ground.background
            )
            window.show()
            app.exec()
            if not window.left:
                return False
    finally:
        ground.close()
    return True


def _forget_this_user(paths: ProgramPaths, stores: SystemStores) -> None:
    """Remove settings, logs and what is left of folders, now that no office is here."""
    store = stores(practice=False)
    if store is not None:
        try:
            store.delete(ENTRY)
        except CredentialStoreError:
            _log.warning("the remembered login stays in the store")
    for folder in (paths.logs, paths.running, paths.practice_offices):
        shutil.rmtree(folder, ignore_errors=True)
    for path in paths.home.glob("*.json"):
        path.unlink(missing_ok=True)
    for folder in (paths.offices, paths.home):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
