"""Gathers what a backup consists of, at one moment, inside the transaction of the door."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.storage.backup.manifest import Facts
from easycare_desktop.storage.backup.places import sealed_names
from easycare_desktop.storage.backup.snapshot import take_snapshot
from easycare_desktop.storage.databases.engine import HEADS
from easycare_desktop.storage.keys.file_keys import file_key
from easycare_desktop.storage.restore.lineage import left_instances
from easycare_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up. `folder`: the data folder, with a snapshot taken and `files/` in it.

    `sealed`: name and size of every sealed file at the moment of the snapshot. `left`: the
    installations that the office has left for another PC.
    """

    folder: Path
    facts: Facts
    sealed: Mapping[str, int]
    ledger: Sequence[str]
    left: frozenset[str] = frozenset()


def take_source(
    uow: UnitOfWork, folder: Path, ledger: Sequence[str], *, at: datetime, program: str
) -> Source:
    """Take the snapshot and note what it has seen; `folder` is the data folder.

    The caller holds a transaction on both databases. Raises `DiskFullError`,
    `FolderNotWritableError`.
    """
    take_snapshot(folder)
    sealed = sealed_names(folder / "files")
    keys = uow.keys
    with keys.file.read() as connection:
        versions = {name: file_key(connection, name)[0] for name in HEADS}
    facts = Facts(
        office=keys.office_id,
        lineage=keys.file.identity.lineage,
        instance=keys.file.identity.instance,
        made_at=at,
        program=program,
        schemas=dict(HEADS),
        generation=keys.generation,
        revision=keys.revision,
        saves=int(json.loads(uow.meta.get("mark", "{}")).get("saves", 0)),
        file_keys=versions,
        missing=len(uow.files.names() - sealed.keys()),
    )
    return Source(folder, facts, sealed, tuple(ledger), left_instances(keys))
