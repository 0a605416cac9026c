"""What the page 돌아온 서류 does beside the screen: reading, opening, filing, taking out."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.returned_filing import BackPaper
from easycare_desktop.services.returned_folder import WatchedFolder
from easycare_desktop.services.returned_intake import Receipt, TakenIn
from easycare_desktop.ui.background import Background, CancelledError, Job, Reporter
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.returned.words import report_words
from easycare_desktop.ui.parts.shared.refused import tell_error, understood

_FAILED = "마치지 못했습니다"


class ReturnedWork(QObject):
    """Tells by signals what came of it; what was refused is said to the person at once."""

    listed = Signal(object)
    opened = Signal(object)
    folder_seen = Signal(object, object)
    progressed = Signal(int, int)
    ended = Signal()
    filed = Signal()

    def __init__(
        self, services: Services, messages: Messages, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._messages, self._background = services, messages, background
        self._job: Job | None = None

    def read_list(self) -> None:
        """Read what waits; `listed(papers)`."""
        self._background.run(self._services.returned.waiting, self._listed, self._failed)

    def open(self, returned_id: int) -> None:
        """Open one paper; `opened(OpenedPaper)`."""
        work = partial(self._services.returned.open, returned_id)
        self._background.run(work, self._opened, self._failed)

    def take(self, paths: Sequence[Path], receipt: Receipt) -> None:
        """Take files in; `progressed(done, total)`, then `ended()`."""
        work = partial(_take, self._services, tuple(paths), receipt)
        self._job = self._background.run_steps(work, self._taken, self._step, self._stopped)

    def stop(self) -> None:
        """Stop taking in; files that are whole stay."""
        if self._job is not None:
            self._job.cancel()

    def look_in_folder(self) -> None:
        """Look for new files; `folder_seen(WatchedFolder, paths)`."""
        self._background.run(partial(_look, self._services), self._folder, self._failed)

    def watch(self, folder: WatchedFolder) -> None:
        """Choose the folder of the scanner."""
        work = partial(_watch, self._services, folder)
        self._background.run(work, self._folder, self._failed)

    def keep(self, back: BackPaper, person_id: int, what: str) -> None:
        """File a paper as it is; `filed()`."""
        work = partial(self._services.returned.keep, back, person_id, what)
        self._background.run(work, self._filed, self._failed)

    def drop(self, returned_id: int) -> None:
        """Take a paper out; `filed()`."""
        work = partial(self._services.returned.drop, returned_id)
        self._background.run(work, self._dropped, self._failed)

    @Slot(object)
    def _listed(self, papers: object) -> None:
        self.listed.emit(papers)

    def _opened(self, opened: object) -> None:
        self.opened.emit(opened)

    def _step(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _taken(self, report: TakenIn) -> None:
        self._job = None
        if report.refused:
            path, refusal = report.refused[0]
            more = f" 외 {len(report.refused) - 1}개" if len(report.refused) > 1 else ""
            self._messages.inform(
                f"읽지 못한 파일: {path.name}{more}",
                understood(refusal),
                "파일은 그대로 있습니다. 다시 스캔해 넣어 주세요.",
            )
        self._messages.toast(report_words(report))
        self.ended.emit()

    def _stopped(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, CancelledError):
            self._messages.toast("그만두었습니다. 다 읽은 파일만 들어왔습니다.")
        else:
            tell_error(self._messages, _FAILED, error)
        self.ended.emit()

    def _folder(self, seen: tuple[WatchedFolder, tuple[Path, ...]]) -> None:
        self.folder_seen.emit(*seen)

    def _filed(self, _done: None) -> None:
        self._messages.toast("서류를 그분의 기록에 잠가 두었습니다.")
        self.filed.emit()

    def _dropped(self, _done: None) -> None:
        self._messages.toast("뺐습니다. 파기 예정에 넣었습니다.")
        self.filed.emit()

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, _FAILED, error)


def _take(
    services: Services, paths: tuple[Path, ...], receipt: Receipt, reporter: Reporter
) -> TakenIn:
    report = services.returned_intake.take(paths, receipt, reporter.step)
    services.returned_folder.clear((*report.sealed, *report.again))
    return report


def _look(services: Services) -> tuple[WatchedFolder, tuple[Path, ...]]:
    return services.returned_folder.watched(), services.returned_folder.new_files()


def _watch(services: Services, folder: WatchedFolder) -> tuple[WatchedFolder, tuple[Path, ...]]:
    services.returned_folder.watch(folder)
    return _look(services)
