"""The run of a plan beside the screen: one at a time, with its stages told."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction_run import RunResult
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.destruction.runner import destroying


class PlanWork(QObject):
    """`changed()` when work begins or ends; then `done(RunResult)` or `failed(Exception)`."""

    changed = Signal()
    stepped = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, background: Background) -> None:
        super().__init__()
        self._services, self._background = services, background
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether a plan is being carried out or checked."""
        return self._busy

    def run(self, plan_id: int) -> None:
        """Carry an approved plan out."""
        self._begin()
        work = destroying(self._services.destruction_run, plan_id)
        self._background.run_steps(work, self._end, self._step, self._fail)

    def check_again(self, plan_id: int) -> None:
        """Look again whether a partly finished plan is finished now."""
        self._begin()
        work = partial(self._services.destruction_run.check_again, plan_id)
        self._background.run(work, self._end, self._fail)

    def _begin(self) -> None:
        self._busy = True
        self.changed.emit()

    def _step(self, done: int, total: int) -> None:
        self.stepped.emit(done, total)

    def _end(self, result: RunResult) -> None:
        self._busy = False
        self.changed.emit()
        self.done.emit(result)

    def _fail(self, error: Exception) -> None:
        self._busy = False
        self.changed.emit()
        self.failed.emit(error)
