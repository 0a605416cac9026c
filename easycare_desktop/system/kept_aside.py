"""A file that cannot be read is never thrown away: it is put aside under another name."""

from pathlib import Path

from easycare_desktop.system.atomic_files import disk_refusals


def keep_aside(path: Path) -> Path:
    """Rename `path` to the first free `name.broken-N.suffix` beside it; return the new path."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    with disk_refusals():
        return path.rename(aside)
