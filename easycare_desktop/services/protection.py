"""Whether the office is protected, what is missing for that, and every place outside in one list.

Protected: a key place away from this PC holds the newest generation, none holds an older one, and
a backup away from it that these keys open is not older than a week. All as they were last seen: a
stick in the safe is not at hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from easycare_desktop.domain.backups import PlaceKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.coverage import newest_open
from easycare_desktop.services.door import Step
from easycare_desktop.services.key_places import KeyPlaceService, KeyPlaceView
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.place_looks import look_at_places
from easycare_desktop.storage.backup.target import is_connected
from easycare_desktop.storage.repositories.backups import BackupTarget, PlaceSight

__all__ = ["Lack", "PlaceKind", "PlaceLine", "Protection", "ProtectionService"]

REMIND_DAYS = 3
LONGEST_DAYS = 7


class Lack(Enum):
    """What is missing for an office to be protected, the most urgent first."""

    NO_KEY_PLACE = "no_key_place"
    KEYS_ON_THIS_PC = "keys_on_this_pc"
    KEYS_OLD = "keys_old"
    NO_TARGET = "no_target"
    NO_BACKUP = "no_backup"
    BACKUP_OLD = "backup_old"
    BACKUP_AHEAD = "backup_ahead"
    KEYS_BEHIND_BACKUP = "keys_behind_backup"
    BACKUP_ON_THIS_PC = "backup_on_this_pc"


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place outside. `at_hand`: now; the rest is as it is, or as it was last seen.

    `at`: of its last whole backup, or when the keys there were last seen. `size`: bytes.
    """

    kind: PlaceKind
    id: int
    label: str
    folder: Path
    at_hand: bool
    sound: bool
    elsewhere: bool
    at: datetime | None
    size: int


@dataclass(frozen=True, slots=True)
class Protection:
    """How the office stands. `days`: since the last whole backup; None where there was none.

    `opens_at`, `open_days`: of the newest backup that opens with the keys at a key place; on
    another PC no later one does.
    """

    lacks: tuple[Lack, ...]
    days: int | None
    last_at: datetime | None
    places: tuple[PlaceLine, ...]
    opens_at: datetime | None = None
    open_days: int | None = None

    @property
    def protected(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class Spans:
    """Days since the last backup and since the last that opens elsewhere. `ahead`: one is later."""

    last: datetime | None
    opens: datetime | None
    today: date
    ahead: bool

    @property
    def days(self) -> int | None:
        """Days since the last whole backup."""
        return (self.today - self.last.date()).days if self.last else None

    @property
    def open_days(self) -> int | None:
        """Days since the last one that a key place opens."""
        return (self.today - self.opens.date()).days if self.opens else None


class ProtectionService:
    """The use case of judging all places at once."""

    def __init__(self, office: OpenOffice, places: KeyPlaceService) -> None:
        self._office = office
        self._door = office.door
        self._places = places

    def look(self) -> Protection:
        """Judge by what is at hand and by what was last seen of the rest."""
        looks = look_at_places(self._office)
        with self._door.enter(Action.BACKUPS_READ, detail="protection") as step:
            return self.look_in(step, self._places.note(step, looks), self._office.today())

    def look_in(self, step: Step, views: list[KeyPlaceView], today: date) -> Protection:
        """Do the same inside a running action; `views`: how the key places stand."""
        seen = step.uow.backups.sights(PlaceKind.KEYS)
        keys = tuple(self._key_line(each, seen.get(each.id)) for each in views)
        seen = step.uow.backups.sights(PlaceKind.BACKUP)
        targets = tuple(
            self._target_line(each, seen.get(each.id)) for each in step.uow.backups.targets()
        )
        away = tuple(each for each in targets if each.elsewhere and each.at) or targets
        made = _spans(step, away, keys, today)
        lacks = (*_lacking_keys(keys), *_lacking_backups(targets, made, has_keys=bool(keys)))
        return Protection(
            lacks, made.days, made.last, (*keys, *targets), made.opens, made.open_days
        )

    def _key_line(self, view: KeyPlaceView, seen: PlaceSight | None) -> PlaceLine:
        at_hand = view.state.is_here
        held = seen is not None and seen.sound and seen.generation == self._office.keys.generation
        return PlaceLine(
            PlaceKind.KEYS,
            view.id,
            view.label,
            view.folder,
            at_hand,
            sound=view.newest if at_hand else held,
            elsewhere=seen is not None and seen.elsewhere,
            at=seen.seen_at if seen else None,
            size=seen.size if seen else 0,
        )

    def _target_line(self, target: BackupTarget, seen: PlaceSight | None) -> PlaceLine:
        return PlaceLine(
            PlaceKind.BACKUP,
            target.id,
            target.label,
            target.path,
            is_connected(target.path, self._office.info.id, target.mark),
            sound=target.last_at is not None and (seen is None or seen.sound),
            elsewhere=seen is not None and seen.elsewhere,
            at=target.last_at,
            size=seen.size if seen else 0,
        )


def _spans(
    step: Step, targets: tuple[PlaceLine, ...], keys: tuple[PlaceLine, ...], today: date
) -> Spans:
    """Return when the last backups were made at these places; one of a later day counts nothing."""
    made = [each.at for each in targets if each.at]
    ahead = [each for each in made if each.date() > today]
    places = [each.id for each in keys if each.elsewhere] or [each.id for each in keys]
    opens = newest_open(step, [each.id for each in targets], places, today)
    last = max((each for each in made if each.date() <= today), default=opens)
    return Spans(last, opens, today, ahead=bool(ahead))


def _lacking_keys(keys: tuple[PlaceLine, ...]) -> Iterator[Lack]:
    if not keys:
        yield Lack.NO_KEY_PLACE
        return
    if not any(each.elsewhere for each in keys):
        yield Lack.KEYS_ON_THIS_PC
    if not all(each.sound for each in keys):
        yield Lack.KEYS_OLD


def _lacking_backups(
    targets: tuple[PlaceLine, ...], made: Spans, *, has_keys: bool
) -> Iterator[Lack]:
    if not targets:
        yield Lack.NO_TARGET
        return
    if made.ahead:
        yield Lack.BACKUP_AHEAD
    if made.days is None:
        if not made.ahead:
            yield Lack.NO_BACKUP
        return
    if made.days > LONGEST_DAYS:
        yield Lack.BACKUP_OLD
    elif has_keys and (made.open_days is None or made.open_days > LONGEST_DAYS):
        yield Lack.KEYS_BEHIND_BACKUP
    if not any(each.elsewhere for each in targets if each.at):
        yield Lack.BACKUP_ON_THIS_PC
