"""The one door to threads: work takes and returns plain values, results arrive on the main thread.

Work runs one after another on a single thread. It must not touch a widget or hold a QObject,
and opens its own unit of work. Callbacks are methods of windows; if the window is gone when the
result arrives, the result is dropped.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import count
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from easycare_desktop.system.override import override

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ok(Generic[T]):
    """Work that returned a value."""

    value: T


@dataclass(frozen=True, slots=True)
class Err:
    """Work that raised."""

    error: Exception


class CancelledError(Exception):
    """The person stopped the work; raised by `Reporter.step` inside it."""


class Job:
    """Work that was handed in. `cancel` asks it to stop at its next step."""

    def __init__(self) -> None:
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop; `on_error` then gets a CancelledError."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()


class Reporter:
    """What long work holds: it tells how far it is, and hears that it shall stop."""

    def __init__(self, job: Job, tell: Callable[[int, int], None]) -> None:
        self._job, self._tell = job, tell

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is; raise CancelledError if it shall stop."""
        if self._job.cancelled:
            raise CancelledError
        self._tell(done, total)


OnError = Callable[[Exception], None]
OnProgress = Callable[[int, int], None]


class Background(Protocol):
    """Runs work beside the screen."""

    def run(
        self, work: Callable[[], T], on_result: Callable[[T], None], on_error: OnError | None = None
    ) -> None:
        """Run `work()`; then call `on_result(value)` or `on_error(error)` on the main thread.

        Without `on_error` an error goes to the incidents, like any other.
        """
        ...

    def run_steps(
        self,
        work: Callable[[Reporter], T],
        on_result: Callable[[T], None],
        on_progress: OnProgress,
        on_error: OnError | None = None,
    ) -> Job:
        """Run `work(reporter)` with progress (done, total) and cancelling."""
        ...

    @property
    def busy(self) -> bool:
        """Whether any work is waiting or running."""
        ...


@dataclass(frozen=True, slots=True)
class _Waiting:
    work: Callable[[], Any]
    on_result: Callable[[Any], None]
    on_error: OnError | None
    on_progress: OnProgress | None


class _Queue(QObject):
    """Keeps callbacks on the main thread and calls them there."""

    ended = Signal(int, object)
    stepped = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._waiting: dict[int, _Waiting] = {}
        self.ended.connect(self._deliver)
        self.stepped.connect(self._progress)

    @property
    def busy(self) -> bool:
        return bool(self._waiting)

    def run(
        self, work: Callable[[], T], on_result: Callable[[T], None], on_error: OnError | None = None
    ) -> None:
        self._submit(next(self._numbers), _Waiting(work, on_result, on_error, None))

    def run_steps(
        self,
        work: Callable[[Reporter], T],
        on_result: Callable[[T], None],
        on_progress: OnProgress,
        on_error: OnError | None = None,
    ) -> Job:
        job, number = Job(), next(self._numbers)

        def tell(done: int, total: int) -> None:
            self.stepped.emit(number, done, total)

        steps = partial(work, Reporter(job, tell))
        self._submit(number, _Waiting(steps, on_result, on_error, on_progress))
        return job

    def _submit(self, number: int, waiting: _Waiting) -> None:
        self._waiting[number] = waiting
        self._start(number, waiting.work)

    def _start(self, number: int, work: Callable[[], Any]) -> None:
        raise NotImplementedError

    @Slot(int, object)
    def _deliver(self, number: int, outcome: Ok[Any] | Err) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is None:  # closed meanwhile
            return
        match outcome:
            case Ok(value) if _alive(waiting.on_result):
                waiting.on_result(value)
            case Err(error):
                _fail(error, waiting.on_error)

    @Slot(int, int, int)
    def _progress(self, number: int, done: int, total: int) -> None:
        waiting = self._waiting.get(number)
        if waiting and waiting.on_progress and _alive(waiting.on_progress):
            waiting.on_progress(done, total)


class ThreadBackground(_Queue):
    """The real one. `close` must be called before the program ends; what comes later is dropped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._futures: set[Future[None]] = set()
        self._closed = False

    def close(self) -> None:
        """Drop what waits, and wait for what runs."""
        self._closed = True
        if "_pool" in self.__dict__:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._waiting.clear()

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - the first window waits

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")

    @override
    def _start(self, number: int, work: Callable[[], Any]) -> None:
        if self._closed:
            self._waiting.pop(number)
            return
        future = self._pool.submit(self._work, number, work)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)

    def _work(self, number: int, work: Callable[[], Any]) -> None:
        self.ended.emit(number, attempt(work))


class ManualBackground(_Queue):
    """For tests: nothing runs until `run_next` or `drain`, and then at once, on this thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: deque[tuple[int, Callable[[], Any]]] = deque()

    def run_next(self) -> None:
        """Run the oldest work and deliver its result."""
        number, work = self._line.popleft()
        self._deliver(number, attempt(work))

    def drain(self) -> None:
        """Run all work, also what results hand in."""
        while self._line:
            self.run_next()

    @override
    def _start(self, number: int, work: Callable[[], Any]) -> None:
        self._line.append((number, work))


def attempt(work: Callable[[], T]) -> Ok[T] | Err:
    """Run `work` and return how it ended."""
    try:
        return Ok(work())
    except Exception as error:  # noqa: BLE001 - every error travels to the main thread
        return Err(error)


def _fail(error: Exception, on_error: OnError | None) -> None:
    if on_error is None:
        raise error
    if _alive(on_error):
        on_error(error)


def _alive(callback: Callable[..., Any]) -> bool:
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
