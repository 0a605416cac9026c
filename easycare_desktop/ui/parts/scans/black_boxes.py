"""The black boxes of all pages of one scan, with their undo."""

from PySide6.QtCore import QObject, Signal

from easycare_desktop.domain.blackout import Box


class BlackBoxes(QObject):
    """`changed()` after every change. One box of the page in front is chosen, or none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page = 0
        self.chosen = -1
        self._pages: dict[int, tuple[Box, ...]] = {}
        self._before: list[tuple[int, tuple[Box, ...]]] = []

    def here(self) -> tuple[Box, ...]:
        """Return the boxes of the page in front."""
        return self._pages.get(self.page, ())

    def all(self) -> dict[int, tuple[Box, ...]]:
        """Return the boxes of every page that has any."""
        return {page: boxes for page, boxes in self._pages.items() if boxes}

    @property
    def count(self) -> int:
        """How many there are on all pages."""
        return sum(map(len, self._pages.values()))

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._before)

    def clear(self) -> None:
        """Forget everything, as for another scan."""
        self._pages.clear()
        self._before.clear()
        self.page, self.chosen = 0, -1
        self.changed.emit()

    def turn(self, page: int) -> None:
        """Have another page in front."""
        self.page, self.chosen = page, -1
        self.changed.emit()

    def add(self, box: Box) -> None:
        """Add a box and choose it."""
        self._put((*self.here(), box), len(self.here()))

    def drop(self) -> None:
        """Take the chosen box away."""
        if 0 <= self.chosen < len(self.here()):
            rest = tuple(each for place, each in enumerate(self.here()) if place != self.chosen)
            self._put(rest, len(rest) - 1)

    def replace(self, box: Box) -> None:
        """Put another box in the place of the chosen one."""
        boxes = list(self.here())
        if 0 <= self.chosen < len(boxes) and boxes[self.chosen] != box:
            boxes[self.chosen] = box
            self._put(tuple(boxes), self.chosen)

    def choose(self, place: int) -> None:
        """Choose a box of the page in front; -1 for none."""
        self.chosen = place
        self.changed.emit()

    def choose_next(self) -> None:
        """Choose the box after the chosen one, round and round."""
        if self.here():
            self.choose((self.chosen + 1) % len(self.here()))

    def chosen_box(self) -> Box | None:
        """Return the chosen box."""
        return self.here()[self.chosen] if 0 <= self.chosen < len(self.here()) else None

    def at(self, across: float, down: float) -> int:
        """Return the place of the topmost box at a point; -1 where there is none."""
        places = [place for place, box in enumerate(self.here()) if box.holds(across, down)]
        return places[-1] if places else -1

    def undo(self) -> int:
        """Take the last change back; return the page on which it was."""
        if self._before:
            self.page, boxes = self._before.pop()
            self._pages[self.page] = boxes
            self.chosen = len(boxes) - 1
            self.changed.emit()
        return self.page

    def _put(self, boxes: tuple[Box, ...], chosen: int) -> None:
        self._before.append((self.page, self.here()))
        self._pages[self.page] = boxes
        self.chosen = chosen
        self.changed.emit()
