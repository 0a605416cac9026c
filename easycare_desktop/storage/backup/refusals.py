"""What a place for backups, and a backup that lies there, can refuse."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.system.refusals import DiskFullError, DiskGoneError, FolderNotWritableError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR})
_MEGABYTE = 1_000_000


class TargetGoneError(Refusal):
    """The place is not connected, or was pulled out on the way."""


class TargetFullError(Refusal):
    """There is not enough room. `missing`: megabytes short, 0 where nobody can tell."""

    def __init__(self, missing: int = 0) -> None:
        super().__init__(missing)
        self.missing = missing

    @classmethod
    def by(cls, short: int) -> "TargetFullError":
        """Return the refusal for a number of bytes."""
        return cls(-(-short // _MEGABYTE))


class TargetClosedError(Refusal):
    """The place can be read, not written: a lock switch, a right that is missing."""


class TargetForeignError(Refusal):
    """Another stick or folder lies where the registered one was."""


class BackupNewerElsewhereError(Refusal):
    """Another PC has made a backup of this office that has seen more than this PC."""


class CopyNotProvedError(Refusal):
    """What was written there does not read back as it was written."""


class BackupDamagedError(Refusal):
    """A backup is cut off, changed or incomplete: it is none. `name`: of the set."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BackupForeignError(Refusal):
    """A backup belongs to another office, or to keys that are not these. `name`: of the set."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BackupNewerFormatError(Refusal):
    """A backup was made by a newer version of this program. `name`: of the set."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class KeyInBackupError(Refusal):
    """A key file lies inside the folder of backups, where none may be. `count`: how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


@contextmanager
def target_refusals() -> Iterator[None]:
    """Turn what the disk of the place says into refusals of the place.

    Raises `TargetFullError`, `TargetClosedError`, `TargetGoneError`.
    """
    try:
        yield
    except DiskFullError:
        raise TargetFullError from None
    except DiskGoneError:
        raise TargetGoneError from None
    except FolderNotWritableError as error:
        if error.code in _GONE:
            raise TargetGoneError from None
        raise TargetClosedError from None
    except OSError as error:
        if error.errno in _FULL:
            raise TargetFullError from None
        if error.errno in _CLOSED:
            raise TargetClosedError from None
        raise TargetGoneError from None
