"""Why a list, or a row of it, is not brought in or not taken back."""

from easycare_desktop.domain.refusals import InputRefusal, Refusal


class RowTwiceError(InputRefusal):
    """The same person stands in an earlier row. `row`: its number."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self.row = row


class TotalsRowError(InputRefusal):
    """The row counts or adds up others; it is about nobody."""


class NobodyInRowError(InputRefusal):
    """Nothing stands in any column of the row that is read."""


class GuardianDiffersError(InputRefusal):
    """An earlier row says otherwise how the same guardian is reached. `row`: its number."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self.row = row


class PersonAmbiguousError(InputRefusal):
    """More than one person in use fits the row."""


class RecipientUnknownError(InputRefusal):
    """The recipient whom a row of guardians names is nobody in use."""


class NoRoomForMoreError(InputRefusal):
    """Somebody has as many contracts or licences as there is room for: `most`."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most


class UndecidedFirstError(InputRefusal):
    """Who it is that a second guardian would belong to is still to be decided."""


class PersonFrozenError(InputRefusal):
    """The person of the row is about to end, or the data rest: nothing is changed there."""


class HeadingNotFoundError(Refusal):
    """No row of the list can be headings: none has two different texts."""


class BackDigitsReadError(Refusal):
    """A column of the last seven digits of resident numbers is to fill a field. `title`: which."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title


class NothingToImportError(Refusal):
    """No row was chosen, or none is good."""


class ImportNotUndoableError(Refusal):
    """Something was added to all that the list brought in; it can only be ended or corrected."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class ImportUnknownError(Refusal):
    """No import has this id, or it was undone already."""

    def __init__(self, import_id: int) -> None:
        super().__init__(import_id)
        self.import_id = import_id
