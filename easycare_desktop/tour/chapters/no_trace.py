"""No value of anybody stands readable in any file; a planted sample is found."""

from easycare_desktop.services.traces import count_readable
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def no_trace(scene: Scene, notes: Notes) -> None:
    """Search every file for every person's values."""
    values = list(notes.values)
    for line in scene.services.people.find(""):
        values += [line.name, line.phone, line.ltc_number, line.address]
    scene.program.close_office()
    files = [each for each in notes.folder.rglob("*") if each.is_file()]
    for place in ("key-place", "backups"):
        files += [each for each in (notes.out / place).rglob("*") if each.is_file()]
    canary = notes.folder / "canary.txt"
    canary.write_text(f"x{values[0]}{values[1]}x", "utf-8")
    found = count_readable([*files, canary], values)
    canary.unlink()
    scene.check(held=canary in found, words="the planted sample is found")
    scene.check(held=found == [canary], words=f"{len(found) - 1} files hold a readable value")
