"""What a restore can refuse."""

from easycare_desktop.domain.refusals import Refusal


class BackupForkedError(Refusal):
    """A backup was made by a PC that the office had left already. `name`: of the set."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BackupAlarmError(Refusal):
    """Rows of a backup have neither key nor tombstone: it is never shown. `count`: how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class NothingStagedError(Refusal):
    """A restore was asked for before a backup was prepared and checked."""
