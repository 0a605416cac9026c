"""Backups as the office keeps account of them: causes, outcomes, and when they are due."""

from enum import Enum


class BackupCause(Enum):
    """Why a backup was made."""

    BY_HAND = "by_hand"
    ON_CLOSE = "on_close"
    BEFORE_DESTRUCTION = "before_destruct"
    AFTER_DESTRUCTION = "after_destruct"
    BEFORE_UPDATE = "before_update"
    BEFORE_RESTORE = "before_restore"
    HANDED_OVER = "handed_over"

    @property
    def carries_keys_first(self) -> bool:
        """Tell whether key places are brought up to date before; updates and restores never do."""
        return self not in {BackupCause.BEFORE_UPDATE, BackupCause.BEFORE_RESTORE}


class BackupOutcome(Enum):
    """How a backup ended. DONE alone is a backup."""

    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class PlaceKind(Enum):
    """What a place outside is for."""

    KEYS = "keys"
    BACKUP = "backup"
