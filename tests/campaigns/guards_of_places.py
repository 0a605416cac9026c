"""Guards of where things lie and of who may write there; the table is in `guards`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from easycare_desktop.services import erasing, offices, one_writer, recovery
from easycare_desktop.services.imports.undoing import ImportUndoing
from easycare_desktop.storage.databases import data_pointer
from easycare_desktop.storage.repositories import files
from easycare_desktop.system.atomic_files import write_atomically

_HEAD, _NONCE, _TAG = 1, 12, 16


@contextmanager
def own_folder() -> Iterator[None]:
    """The data in use is named by where it lies on the disk, not by its name in its folder."""

    def write_whole_path(path: Path, content: bytes) -> None:
        body = json.loads(content)
        body["data"] = str(path.parent / body["data"])
        write_atomically(path, json.dumps(body).encode())

    def named(folder: Path) -> str | None:
        path = folder / data_pointer.POINTER
        return str(json.loads(path.read_bytes())["data"]) if path.exists() else None

    with (
        patch.object(data_pointer, "write_atomically", write_whole_path),
        patch.object(data_pointer, "_named", named),
    ):
        yield


@contextmanager
def vault_mark() -> Iterator[None]:
    """Nobody compares separated.db with what office.db has seen of it."""
    with patch.object(offices, "check_vault", lambda _files, _marked: None):
        yield


def _unseal_untested(key: bytes, sealed: bytes, _associated: bytes) -> bytes:
    nonce, rest = sealed[_HEAD : _HEAD + _NONCE], sealed[_HEAD + _NONCE : -_TAG]
    return Cipher(algorithms.AES(key), modes.GCM(nonce)).decryptor().update(rest)


@contextmanager
def seal_tag() -> Iterator[None]:
    """Sealed files are opened without a look at their tag."""
    with patch.object(files, "unseal", _unseal_untested):
        yield


@contextmanager
def struck_off() -> Iterator[None]:
    """A lost key place stays on the list."""
    with patch.object(recovery.place_registry, "remove_place", lambda _keys, _place, **_said: None):
        yield


@contextmanager
def lease_kept() -> Iterator[None]:
    """A PC that has handed the office over does not ask whether it did."""
    with patch.object(one_writer, "given_lease", lambda _keys: None):
        yield


@contextmanager
def places_first() -> Iterator[None]:
    """What was taken back counts as gone before the key places are brought up to date."""
    with patch.object(ImportUndoing, "_bring_up_places", lambda _undoing: None):
        yield


@contextmanager
def older_copy() -> Iterator[None]:
    """A start of the program does not go on with the erasing of an older copy of an office."""
    with patch.object(erasing, "finish_arriving", lambda _folder, _store: None):
        yield
