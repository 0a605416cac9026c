"""Runs beside the screen: one plan, or several one after the other, with the stages told."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction_run import RunResult
from easycare_desktop.services.joint_run import JointResult
from easycare_desktop.ui.background import Background, Job
from easycare_desktop.ui.parts.destruction.runner import destroying, destroying_together


class PlanWork(QObject):
    """`changed()` when work begins or ends; then `done(RunResult)` or `failed(Exception)`.

    Of several plans `begun(how many)`, `reached(step, steps)`, then `all_ended(JointResult)`.
    """

    changed = Signal()
    stepped = Signal(int, int)
    begun = Signal(int)
    reached = Signal(int, int)
    all_ended = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, background: Background) -> None:
        super().__init__()
        self._services, self._background = services, background
        self._busy = False
        self._together = False
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether a plan is being carried out or checked."""
        return self._busy

    def run(self, plan_id: int) -> None:
        """Carry an approved plan out."""
        self._begin()
        work = destroying(self._services.destruction_run, plan_id)
        self._background.run_steps(work, self._end, self._step, self._fail)

    def run_together(self, plan_ids: Sequence[int]) -> None:
        """Carry approved plans out, one after the other."""
        self._together = True
        self._begin()
        self.begun.emit(len(plan_ids))
        work = destroying_together(self._services.destruction_run, plan_ids)
        self._job = self._background.run_steps(work, self._end_all, self._reach, self._fail)

    @Slot()
    def stop(self) -> None:
        """Finish the plan that is under way, and begin no other."""
        if self._job is not None:
            self._job.cancel()

    @property
    def together(self) -> bool:
        """Whether several plans are being carried out."""
        return self._together

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

    def _reach(self, done: int, total: int) -> None:
        self.reached.emit(done, total)

    def _end_all(self, result: JointResult) -> None:
        self._busy = self._together = False
        self.changed.emit()
        self.all_ended.emit(result)

    def _fail(self, error: Exception) -> None:
        self._busy = self._together = False
        self.changed.emit()
        self.failed.emit(error)
