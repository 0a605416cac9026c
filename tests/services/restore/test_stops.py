"""A restore that is stopped at any point happened whole or not at all."""

from pathlib import Path

import pytest

from easycare_desktop.services.restore.desk import RestoreDesk
from easycare_desktop.storage.databases import data_pointer
from easycare_desktop.storage.databases.data_pointer import data_folder
from easycare_desktop.storage.restore.journal import ABANDONED, BEGUN, FINISHED
from easycare_desktop.storage.restore.refusals import NothingStagedError
from tests.helpers.backups import site_of
from tests.services.restore.conftest import CAME_LATER, STAYED, Year
from tests.services.restore.test_this_pc import names, traces_of

BEFORE = ("copied", "carried", "prepared", "begun", "pointer")
AFTER = ("committed", "settled")


class PowerCut(BaseException):
    """The program ends here and now."""


def cut(*_args: object) -> None:
    raise PowerCut


def stopped_at(year: Year, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    site = site_of(year.home, year.folder)

    def hear(reached: str) -> None:
        if reached == step:
            raise PowerCut

    def go() -> None:
        desk = RestoreDesk(site, hear)
        desk.prepare(year.old)
        desk.finish()

    with monkeypatch.context() as power:
        if step == "pointer":
            power.setattr(data_pointer, "write_atomically", cut)
        power.setattr("shutil.rmtree", lambda *_a, **_k: None)
        with pytest.raises(PowerCut):
            go()
    site.keys.close()


def kinds(year: Year) -> list[str]:
    services = year.open()
    found = [entry.kind for entry in services.office.keys.ledger_entries()]
    services.office.close()
    return [kind for kind in found if kind.startswith("restore_")]


def leftovers(folder: Path) -> set[str]:
    return {each.name for each in folder.glob("data-*")} - {data_folder(folder).name}


@pytest.mark.parametrize("step", [*BEFORE, *AFTER])
def test_before_or_after_and_nothing_half(year: Year, monkeypatch: pytest.MonkeyPatch, step: str):
    stopped_at(year, step, monkeypatch)
    services = year.open()
    after = step in AFTER
    assert names(services) == ([STAYED] if after else sorted([STAYED, CAME_LATER]))
    assert traces_of(services, year) == []
    assert services.log.check().first_broken is None
    services.office.close()
    assert leftovers(year.folder) == set()
    ends = {"begun": [BEGUN, ABANDONED], "pointer": [BEGUN, ABANDONED]}
    assert kinds(year) == ends.get(step, [BEGUN, FINISHED] if after else [])
    year.open().office.close()
    assert leftovers(year.folder) == set()


def test_nothing_is_committed_that_was_not_prepared(year: Year):
    site = site_of(year.home, year.folder)
    desk = RestoreDesk(site)
    with pytest.raises(NothingStagedError):
        desk.finish()
    desk.prepare(year.old)
    desk.give_up()
    with pytest.raises(NothingStagedError):
        desk.finish()
    site.keys.close()
