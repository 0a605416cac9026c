"""What the machine underneath refuses. No paths: a path can hold the name of a person."""

from easycare_desktop.domain.refusals import Refusal


class DiskFullError(Refusal):
    """There is no room for what should be written. Nothing that was there before is changed."""


class FolderNotWritableError(Refusal):
    """The folder is missing or closed to this user. `code`: error number of the system."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code


class FileInUseError(FolderNotWritableError):
    """The folder takes files, but the one to be replaced is held: open elsewhere or read-only."""


class DiskGoneError(Refusal):
    """The disk or stick does not answer any more: pulled, switched off or failing."""


class OfficeAlreadyOpenError(Refusal):
    """The office folder is in use by another running instance of the program."""


class OfficeCodeTakenError(Refusal):
    """An office with this code is known on this PC already."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class OfficeUnknownError(Refusal):
    """No office with this code is known on this PC."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
