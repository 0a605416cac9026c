"""Every paper that a page wants comes through here: purpose asked, made beside the screen."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.ground import Ground
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_pages import save_editable
from easycare_desktop.services.papers import CERTIFICATES, TITLES, MadePaper, PaperKind
from easycare_desktop.services.saved_files import SavedFileService
from easycare_desktop.system.atomic_files import write_atomically
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.windows.purpose_dialog import PurposeDialog
from easycare_desktop.ui.windows.verify_dialog import VerifyDialog
from easycare_desktop.ui.wording.papers import PACKET_PURPOSES, kind_of_code

_FAILED = "문서를 만들지 못했습니다"


class PaperDesk(QObject):
    """`made(MadePaper)` once a paper is ready to be seen; `filed()` when a form left as a file."""

    made = Signal(object)
    filed = Signal()

    def __init__(
        self, ground: Ground, services: Services, background: Background, window: QWidget
    ) -> None:
        super().__init__()
        self._ground, self._services, self._window = ground, services, window
        self._background = background
        self._dialog: PurposeDialog | None = None
        self.last: MadePaper | None = None

    @Slot(str, object)
    @Slot(object, object)
    def want(self, kind: object, subject: object) -> None:
        """Ask for the purpose, then make the paper. `kind`: a kind of paper or its code."""
        wanted = kind if isinstance(kind, PaperKind) else kind_of_code(str(kind))
        if wanted is None:
            return
        make = partial(self._of_subject, wanted, int(str(subject or 0)))
        self.ask(wanted, make)

    @Slot(object)
    def want_packet(self, person_id: object) -> None:
        """Make the set of papers that somebody new signs, as one job."""
        jobs = self._services.paper_jobs
        make = partial(jobs.packet, int(str(person_id)))
        self.ask(PaperKind.CONSENT_FORM, make, PACKET_PURPOSES)

    @Slot(object)
    def want_consent_forms(self, person_ids: Sequence[int]) -> None:
        """Make the consent forms of many people, as one job."""
        kind, jobs = PaperKind.CONSENT_FORM, self._services.paper_jobs
        self.ask(kind, partial(jobs.same_for, kind, list(person_ids)))

    @Slot(object)
    def want_certificates(self, plan_ids: Sequence[int]) -> None:
        """Make the certificates of several destructions, as one job."""
        self.ask(PaperKind.CERTIFICATE, partial(self._certificates, tuple(plan_ids)))

    def ask(
        self,
        kind: PaperKind,
        make: Callable[[str], MadePaper],
        purposes: tuple[str, ...] = (),
    ) -> None:
        """Ask for the purpose, then let `make` make the paper beside the screen.

        `purposes`: what is offered for a set of several kinds, instead of the usual ones.
        """
        officer = self._services.office.actor.may(Right.APPROVE)
        dialog = PurposeDialog(
            self._ground.kit,
            kind,
            self._window,
            purposes=purposes,
            signs_in_place=kind in CERTIFICATES and not officer,
        )
        dialog.purpose_given.connect(partial(self._make, make))
        self._dialog = dialog
        dialog.open()

    @Slot(object, object)
    def want_editable(self, kind: PaperKind, subject: object) -> None:
        """Ask what a blank form is for and where to save it, as a file to be changed."""
        dialog = PurposeDialog(self._ground.kit, kind, self._window)
        dialog.purpose_given.connect(partial(self._save_editable, kind, int(str(subject))))
        self._dialog = dialog
        dialog.open()

    def _save_editable(self, kind: PaperKind, subject: int, purpose: str) -> None:
        name = f"{TITLES[kind.code]} 고쳐 쓰는 사본.hwpx"
        path = self._ground.messages.save_as("한글 파일로 저장", name, "한글 문서 (*.hwpx)")
        if path is None:
            return
        target = path if path.suffix.lower() == ".hwpx" else path.with_name(f"{path.name}.hwpx")
        work = partial(save_editable, self._services.papers, kind, subject, purpose, target)
        self._background.run(work, self._editable_saved, self._failed)

    def _editable_saved(self, _done: object) -> None:
        self._ground.messages.toast("한글 파일로 저장했습니다. 출력대장에 남았습니다.")
        self.filed.emit()

    @Slot(object)
    def again(self, paper_id: object) -> None:
        """Show a paper that left, byte for byte as it was."""
        work = partial(self._services.papers.again, int(str(paper_id)))
        self._background.run(work, self._ready, self._not_again)

    @Slot(str)
    def export(self, what: str) -> None:
        """Take a list out as a spreadsheet; the reason is asked and recorded."""
        messages = self._ground.messages
        reason = messages.ask_text("엑셀로 저장", "왜 내보내나요?", hint="예: 월별 점검")
        if not reason:
            return
        path = messages.save_as("엑셀로 저장", f"{what}.xlsx", "Excel (*.xlsx)")
        if path is None:
            return
        work = partial(self._services.sheets.destruction_ledger, reason)
        writing = partial(_write, work, path, self._services.saved_files)
        self._background.run(writing, self._exported, self._failed)

    @Slot()
    def save_ledger(self) -> None:
        """Take `ledger.jsonl` out: numbers alone, for anybody to check."""
        self._save_file(
            "대장 파일 저장", "ledger.jsonl", "파기관리대장 (*.jsonl)", self._services.ledger.export
        )

    @Slot()
    def save_certificate(self) -> None:
        """Take the certificate of the office out, to be handed to others."""
        self._save_file(
            "인증서 파일로 저장",
            "office-certificate.pem",
            "인증서 (*.pem)",
            self._services.certificates.export,
        )

    @Slot()
    def verify(self) -> None:
        """Check a certificate with the certificate of this office."""
        known = self._services.certificates.all()
        ground = self._ground
        VerifyDialog(ground.kit, ground.messages, self._background, known, self._window).open()

    def _save_file(
        self, title: str, name: str, kinds: str, write: Callable[[Path], object]
    ) -> None:
        path = self._ground.messages.save_as(title, name, kinds)
        if path is not None:
            self._background.run(partial(write, path), self._saved, self._failed)

    def _saved(self, _done: object) -> None:
        self._ground.messages.toast("파일로 저장했습니다.")

    def _make(self, make: Callable[[str], MadePaper], purpose: str) -> None:
        self._background.run(partial(make, purpose), self._ready, self._failed)

    def _of_subject(self, kind: PaperKind, subject: int, purpose: str) -> MadePaper:
        return self._services.papers.make(kind, subject, purpose, self._signer())

    def _certificates(self, plan_ids: Sequence[int], purpose: str) -> MadePaper:
        kind, jobs = PaperKind.CERTIFICATE, self._services.paper_jobs
        return jobs.same_for(kind, plan_ids, purpose, signer=self._signer())

    def _signer(self) -> tuple[str, str] | None:
        return self._dialog.signer() if self._dialog else None

    def _ready(self, paper: MadePaper) -> None:
        self.last = paper
        self.made.emit(paper)

    def _exported(self, _done: object) -> None:
        self._ground.messages.toast("엑셀 파일로 저장했습니다.")

    def _not_again(self, error: Exception) -> None:
        tell_error(self._ground.messages, "보관본을 열지 못했습니다", error)

    def _failed(self, error: Exception) -> None:
        tell_error(self._ground.messages, _FAILED, error)


def _write(work: Callable[[], bytes], path: Path, saved: SavedFileService) -> None:
    content = work()
    saved.note(path)
    write_atomically(path, content)
