"""The offices known on this PC: code, folder, kind, practice. Nothing about any person."""

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.system.atomic_files import make_private_folder, write_atomically
from easycare_desktop.system.kept_aside import keep_aside
from easycare_desktop.system.refusals import OfficeCodeTakenError, OfficeUnknownError

# In the folder of an office: it has arrived and an older copy of it may lie here; it is erased.
ARRIVING, ERASING = "arriving.json", "erasing.json"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """One office as the login window needs it, before anything is opened."""

    code: str
    folder: Path
    kind: OfficeKind
    practice: bool

    @property
    def is_unfinished(self) -> bool:
        """Whether something that was cut off waits to be gone on with, before it is opened."""
        return any((self.folder / name).is_file() for name in (ARRIVING, ERASING))


class OfficeRegistry:
    """Reads and writes `offices.json`. Each change keeps the version before it beside."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._previous = path.with_name(f"{path.stem}.previous{path.suffix}")

    def all(self) -> tuple[OfficeRecord, ...]:
        """Return every office in the order of adding. A broken file is put aside, not lost."""
        for path in (self._path, self._previous):
            try:
                return _parse(path.read_bytes())
            except FileNotFoundError:
                continue
            except (ValueError, KeyError, TypeError):
                log.warning("the registry of offices cannot be read; it is kept aside")
                keep_aside(path)
        return ()

    def find(self, code: str) -> OfficeRecord:
        """Return the office with `code`, however it is parted. Raises `OfficeUnknownError`."""
        known = self.all()
        exact = [each for each in known if each.code == code]
        found = exact or [each for each in known if is_same_code(each.code, code)]
        if not found:
            raise OfficeUnknownError(code)
        return found[0]

    def add(self, record: OfficeRecord) -> None:
        """Add an office. Raises `OfficeCodeTakenError`, and the disk's refusals."""
        known = self.all()
        if any(is_same_code(each.code, record.code) for each in known):
            raise OfficeCodeTakenError(record.code)
        self._write((*known, record))

    def replace(self, record: OfficeRecord) -> None:
        """Enter an office, in the place of the one with the same code where there is one."""
        self._write((*(each for each in self.all() if each.code != record.code), record))

    def remove(self, code: str) -> None:
        """Forget an office; its folder stays. Raises `OfficeUnknownError`."""
        gone = self.find(code)
        self._write(tuple(each for each in self.all() if each.code != gone.code))

    def _write(self, records: tuple[OfficeRecord, ...]) -> None:
        make_private_folder(self._path.parent)
        if self._path.exists():
            write_atomically(self._previous, self._path.read_bytes())
        rows = [
            {
                "code": each.code,
                "folder": str(each.folder),
                "kind": each.kind.value,
                "practice": each.practice,
            }
            for each in records
        ]
        text = json.dumps({"offices": rows}, ensure_ascii=False, indent=1)
        write_atomically(self._path, text.encode())


def is_same_code(one: str, other: str) -> bool:
    """Tell whether two codes are one: people write hyphens and blanks into them, or leave them out.

    Where neither letter nor digit is there, there is no code.
    """
    plain = _letters_and_digits(one)
    return bool(plain) and plain == _letters_and_digits(other)


def _letters_and_digits(code: str) -> str:
    return "".join(filter(str.isalnum, normalize("NFKC", code))).casefold()


def _parse(content: bytes) -> tuple[OfficeRecord, ...]:
    return tuple(
        OfficeRecord(
            code=str(row["code"]),
            folder=Path(row["folder"]),
            kind=OfficeKind(row["kind"]),
            practice=row["practice"] is True,
        )
        for row in json.loads(content)["offices"]
    )
