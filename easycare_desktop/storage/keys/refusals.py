"""What opening and using the keys of an office can refuse."""

from datetime import datetime

from easycare_desktop.domain.refusals import Refusal


class WrongLoginError(Refusal):
    """Login and password do not belong together; which of the two is wrong is never told.

    `tries`: wrong tries for this login since it last opened.
    """

    def __init__(self, tries: int) -> None:
        super().__init__(tries)
        self.tries = tries


class TooManyTriesError(Refusal):
    """This login is closed until `until`, with the right password too."""

    def __init__(self, until: datetime, tries: int) -> None:
        super().__init__(until, tries)
        self.until = until
        self.tries = tries


class AccountBlockedError(Refusal):
    """Login and password are right, but the account is blocked or its owner has left."""


class WrongSheetError(Refusal):
    """The code is well formed, but it is not the one of sheet `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class OnlySheetOpensError(Refusal):
    """No account has a way in: the device key was lost, and renewing by the sheet was given up."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class KeysMissingError(Refusal):
    """The folder holds no keys: no slots file, or not the keys file that it opens."""


class KeysPresentError(Refusal):
    """The folder holds keys already; new ones would shut the old ones out."""


class KeysForeignError(Refusal):
    """The keys belong to another office."""


class KeysOlderError(Refusal):
    """The keys are older than the data. `found`, `expected`: (generation, revision) each."""

    def __init__(self, found: tuple[int, int], expected: tuple[int, int]) -> None:
        super().__init__(found, expected)
        self.found = found
        self.expected = expected


class OfficeMovedError(Refusal):
    """Another PC has gone on with the office; this one may not write any more."""


class HandedOverError(Refusal):
    """The office was handed over to another PC; here it can only be looked at."""


class LeaseTakenError(Refusal):
    """Another PC has taken the office over, or has begun to: it cannot be taken back."""


class NoLeaseThereError(Refusal):
    """Nothing at the place says that the office was handed over for this PC to take."""


class OlderCopyError(Refusal):
    """A key place at hand holds newer keys of this very installation: the folder is an old copy."""


class DataOlderError(Refusal):
    """The data is older than what these keys saw last. `found`, `expected`: saves."""

    def __init__(self, found: int, expected: int) -> None:
        super().__init__(found, expected)
        self.found = found
        self.expected = expected


class DataForeignError(Refusal):
    """The data was written by another installation of the office than the keys."""


class KeysNewerFormatError(Refusal):
    """The keys were written by a newer version of this program."""


class DeviceKeyMissingError(Refusal):
    """The credential store of this Windows user does not hold the device key of the generation."""

    def __init__(self, generation: int) -> None:
        super().__init__(generation)
        self.generation = generation


class KeyDestroyedError(Refusal):
    """A tombstone stands where the key was."""

    def __init__(self, holding_id: int, destroyed_at: datetime, number: str) -> None:
        super().__init__(holding_id, destroyed_at, number)
        self.holding_id = holding_id
        self.destroyed_at = destroyed_at
        self.number = number


class KeySeparatedError(Refusal):
    """The key lies in an envelope for the officer; only an officer opens it."""

    def __init__(self, holding_id: int) -> None:
        super().__init__(holding_id)
        self.holding_id = holding_id


class KeyMissingAlarm(Refusal):
    """Neither key nor tombstone: never to be shown as destroyed."""

    def __init__(self, holding_id: int) -> None:
        super().__init__(holding_id)
        self.holding_id = holding_id


class HoldingUnknownError(Refusal):
    """A switch was asked for a holding without key. `count`: how many such."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class SwitchRefusedError(Refusal):
    """A check before the commit did not hold; generation `generation` stays as it was.

    `check`: the code of the check.
    """

    def __init__(self, generation: int, check: str) -> None:
        super().__init__(generation, check)
        self.generation = generation
        self.check = check
