"""`manifest.json`: what one backup consists of, written last and authenticated by the office."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from easycare_desktop.storage.backup.places import MANIFEST, SET_FILES, is_pool_name
from easycare_desktop.storage.backup.refusals import (
    BackupDamagedError,
    BackupForeignError,
    BackupNewerFormatError,
)
from easycare_desktop.storage.ledger.chain import canonical

FORMAT = 1
_INFO = b"easycare backup manifest"
_HEX_SHA256 = 64


class FileKeys(Protocol):
    """What opens the databases of a backup: every version of the file keys."""

    @property
    def office_id(self) -> str:
        """The number of the office."""
        ...

    def file_key(self, name: str, version: int | None = None) -> bytes:
        """Return a file key, the newest one without `version`; unknown: `KeyError`."""
        ...


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file of a backup. `sha256` in hex, over the encrypted bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a set says of itself. `saves`, `generation`, `revision`: the marks it has seen.

    `file_keys`: version of the key of each database. `covered`: how many key places held keys at
    least as new when the set was made. `missing`: sealed files that rows name and nobody found.
    """

    office: str
    lineage: str
    instance: str
    made_at: datetime
    program: str
    schemas: Mapping[str, str]
    generation: int
    revision: int
    saves: int
    file_keys: Mapping[str, int]
    covered: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """The facts, the files of the set itself, and the sealed files of the pool that belong to it.

    `mac`: in hex; empty while it was not signed.
    """

    facts: Facts
    files: tuple[StoredFile, ...]
    pool: tuple[StoredFile, ...]
    mac: str = ""

    @property
    def size(self) -> int:
        """Bytes of everything that belongs to this set."""
        return sum(each.size for each in (*self.files, *self.pool))

    def signed(self, keys: FileKeys) -> "Manifest":
        """Return the manifest with its MAC under the office's own file key."""
        return replace(self, mac=_mac(self, keys))

    def to_bytes(self) -> bytes:
        """Return the canonical JSON."""
        return canonical({**_body(self), "mac": self.mac}).encode()


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a set, before any key is at hand: nothing is proved by it yet.

    Raises `BackupDamagedError` (also where there is none), `BackupNewerFormatError`.
    """
    try:
        return _parse(json.loads((folder / MANIFEST).read_bytes()), folder.name)
    except (OSError, KeyError, TypeError, ValueError):
        raise BackupDamagedError(folder.name) from None


def verify_manifest(manifest: Manifest, name: str, keys: FileKeys) -> None:
    """Prove that this office made the manifest of set `name`, and that nobody changed it.

    Raises `BackupForeignError` for another office or a file key that is not among these,
    `BackupDamagedError`.
    """
    if manifest.facts.office != keys.office_id:
        raise BackupForeignError(name)
    try:
        own = _mac(manifest, keys)
    except KeyError:
        raise BackupForeignError(name) from None
    if not hmac.compare_digest(own, manifest.mac):
        raise BackupDamagedError(name)


def _mac(manifest: Manifest, keys: FileKeys) -> str:
    secret = keys.file_key("office", manifest.facts.file_keys["office"])
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=_INFO).derive(secret)
    return hmac.digest(key, canonical(_body(manifest)).encode(), "sha256").hex()


def _body(manifest: Manifest) -> dict[str, object]:
    facts = manifest.facts
    return {
        "format": FORMAT,
        "office": facts.office,
        "lineage": facts.lineage,
        "instance": facts.instance,
        "made_at": facts.made_at.isoformat(timespec="seconds"),
        "program": facts.program,
        "schemas": dict(facts.schemas),
        "keys": {"generation": facts.generation, "revision": facts.revision},
        "saves": facts.saves,
        "file_keys": dict(facts.file_keys),
        "covered": facts.covered,
        "missing": facts.missing,
        "files": _rows(manifest.files),
        "pool": _rows(manifest.pool),
    }


def _rows(files: tuple[StoredFile, ...]) -> list[list[object]]:
    return [[each.name, each.size, each.sha256] for each in files]


def _parse(body: dict[str, Any], name: str) -> Manifest:
    if int(body["format"]) > FORMAT:
        raise BackupNewerFormatError(name)
    facts = Facts(
        office=str(body["office"]),
        lineage=str(body["lineage"]),
        instance=str(body["instance"]),
        made_at=datetime.fromisoformat(body["made_at"]),
        program=str(body["program"]),
        schemas={str(key): str(value) for key, value in body["schemas"].items()},
        generation=int(body["keys"]["generation"]),
        revision=int(body["keys"]["revision"]),
        saves=int(body["saves"]),
        file_keys={str(key): int(value) for key, value in body["file_keys"].items()},
        covered=int(body["covered"]),
        missing=int(body["missing"]),
    )
    files, pool = _files(body["files"]), _files(body["pool"])
    if tuple(each.name for each in files) != SET_FILES or "office" not in facts.file_keys:
        raise ValueError(name)
    if not all(is_pool_name(each.name) for each in pool):
        raise ValueError(name)
    return Manifest(facts, files, pool, str(body["mac"]))


def _files(rows: list[Any]) -> tuple[StoredFile, ...]:
    files = tuple(StoredFile(str(name), int(size), str(digest)) for name, size, digest in rows)
    if any(len(each.sha256) != _HEX_SHA256 or each.size < 0 for each in files):
        raise ValueError(rows)
    return files
