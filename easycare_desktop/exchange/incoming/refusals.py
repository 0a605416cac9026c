"""Why a file cannot be read as a list. Row numbers and counts, never what stands there."""

from easycare_desktop.domain.refusals import Refusal


class ListFileMissingError(Refusal):
    """The file is not there, or cannot be read just now: it may be open in another program."""


class ListFileTooLargeError(Refusal):
    """The file, or what unfolds from it, is larger than any register of people."""


class ListFileUnknownError(Refusal):
    """Neither a workbook (xlsx, xls) nor a text of rows (csv)."""


class ListFileLockedError(Refusal):
    """The workbook is protected by a password."""


class ListFileDamagedError(Refusal):
    """The file says what it is, but breaks off or contradicts itself. `row`: where, 0 unknown."""

    def __init__(self, row: int = 0) -> None:
        super().__init__(row)
        self.row = row


class ListFileEmptyError(Refusal):
    """There is no row with anything in it."""


class MixedEncodingError(Refusal):
    """Some rows are written in one encoding, some in another. `row`: the first that differs."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class TooManyColumnsError(Refusal):
    """More columns than any list of people has."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class TooManyRowsError(Refusal):
    """More rows than may come at once."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most
