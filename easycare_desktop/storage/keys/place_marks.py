"""The mark of a key place: random, written there once, so that no other stick is taken for it.

It lies in a file of its own; the stamp repeats it, so that one harmed file makes no stranger.
"""

from collections.abc import Collection
from pathlib import Path

from easycare_desktop.storage.keys.place_registry import KeyPlace
from easycare_desktop.storage.keys.place_stamp import keys_folder, read_stamp
from easycare_desktop.storage.marks import new_mark, read_mark, write_mark
from easycare_desktop.system.atomic_files import disk_refusals, make_private_folder
from easycare_desktop.system.volumes import same_path_on_other_drives

MARK = "mark.json"


def mark_place(path: Path, office_id: str, taken: Collection[str] = ()) -> str:
    """Give a place its mark and return it; one that it has stays, unless it is `taken`.

    Raises the refusals of the disk.
    """
    folder = keys_folder(path, office_id)
    found = shown_mark(folder)
    mark = found if found and found not in taken else new_mark()
    with disk_refusals():
        make_private_folder(folder)
        keep_mark(folder, mark)
    return mark


def keep_mark(folder: Path, mark: str) -> None:
    """Write the mark where its file is not there, or does not say it."""
    if read_mark(folder / MARK) != mark:
        write_mark(folder / MARK, mark)


def shown_mark(folder: Path) -> str:
    """Return the mark that a folder of keys shows; empty where it shows none."""
    if found := read_mark(folder / MARK):
        return found
    stamp = read_stamp(folder)
    return stamp.mark if stamp else ""


def shows(folder: Path, mark: str) -> bool:
    """Tell whether a folder of keys shows a mark, in its own file or in the stamp."""
    stamp = read_stamp(folder)
    return bool(mark) and mark in {read_mark(folder / MARK), stamp.mark if stamp else ""}


def find_place(place: KeyPlace, others: Collection[Path], office_id: str) -> Path | None:
    """Return where a place with a mark lies now: at its path, or where another one was or could be.

    Nothing where it is not at hand.
    """
    for path in _candidates(place.path, others):
        if path.is_dir() and shows(keys_folder(path, office_id), place.mark):
            return path
    return None


def _candidates(path: Path, others: Collection[Path]) -> list[Path]:
    """Return where to look: a stick gets another drive letter where its own is taken."""
    return list(dict.fromkeys((path, *others, *same_path_on_other_drives(path))))
