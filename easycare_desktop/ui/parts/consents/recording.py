"""동의 받기: what a signed form says, purpose by purpose, as law wants them apart."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.consents import ConsentLine, ConsentMethod
from easycare_desktop.domain.requests import Channel
from easycare_desktop.domain.signatures import ScreenSignature
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import ConsentStatus, Said
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.consents.answers_form import AnswersForm, Signed
from easycare_desktop.ui.parts.consents.channels import keep_channels
from easycare_desktop.ui.parts.consents.evidence_box import EvidenceBox
from easycare_desktop.ui.parts.returned.attached import AttachedPaper, HeldPaper
from easycare_desktop.ui.parts.shared.drafts import DraftKeeper
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.shared.typing_banners import TypingBanners
from easycare_desktop.ui.parts.signing.shown_texts import consent_text
from easycare_desktop.ui.parts.signing.sign_dialog import SignDialog
from easycare_desktop.ui.parts.signing.sign_row import SignRow
from easycare_desktop.ui.widgets import Kit, column, holder, row

_METHODS = {
    Channel.POST: ConsentMethod.POST,
    Channel.FAX: ConsentMethod.FAX,
    Channel.EMAIL: ConsentMethod.EMAIL,
    Channel.HOMEPAGE: ConsentMethod.HOMEPAGE,
}
_READING = "아직 파일을 읽고 있습니다. 다 읽으면 다시 저장해 주세요."


class Recording(QWidget):
    """`recorded(person id)`. Nothing is stored before `save`; half-typed work is kept."""

    recorded = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._services = kit, services
        self._messages, self._background = messages, background
        self._person: PersonLine | None = None
        self._reader = DayReader(services.office)
        self.form: AnswersForm | None = None
        self.banners = TypingBanners(kit, "consents.conflict")
        self.evidence = EvidenceBox(kit, messages, background)
        self.attached = AttachedPaper(kit)
        self.signing = SignRow(kit)
        self.dialog: SignDialog | None = None
        self.missing = kit.text("", "strong", "danger", wrap=True)
        self.missing.setObjectName("consents.missing")
        self._keeper = DraftKeeper(services.drafts, "consent_form", self._half_typed)
        self._keeper.kept.connect(self._tell_kept)
        self.kept = kit.text("", "caption")
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        told = "종이에 적힌 그대로 고릅니다. 미리 골라 둔 답은 없습니다."
        head = row(kit.text(told, wrap=True), self.kept, gap=12)
        head.setStretch(0, 1)
        self._place = column(gap=0)
        box = column(
            self.banners,
            self.attached,
            head,
            holder(self._place),
            self.evidence,
            self.signing,
            self.missing,
            None,
            margins=(24, 2, 24, 16),
            gap=12,
        )
        self.signing.wanted.connect(self._sign)
        self._scroll = kit.scroll(holder(box))
        self.setLayout(column(self._scroll, gap=0))

    def begin(self, person: PersonLine, statuses: list[ConsentStatus]) -> None:
        """Begin with one person; half-typed work comes back."""
        kept = dict(self._keeper.begin(person.id))
        self._person = person
        catalogue = self._services.office.catalogue
        form = AnswersForm(self._kit, statuses, catalogue, self._reader.read)
        form.begin(person.name, kept)
        form.edited.connect(self._keeper.touch)
        form.edited.connect(self.signing.outdated)
        self._put(form)
        self.evidence.clear()
        self.evidence.show()
        self.attached.clear()
        self.signing.clear()
        self.signing.show()
        self.banners.begin(kept=bool(kept), emptied=self._keeper.emptied)
        self.missing.hide()
        self.kept.setText("")
        self._scroll.verticalScrollBar().setValue(0)

    def hold(self, paper: HeldPaper) -> None:
        """Hold a form that came back: it is filed with what is recorded of it."""
        self.attached.hold(paper)
        self.evidence.hide()
        self.signing.hide()
        if self.form is not None:
            method = _METHODS.get(paper.channel, ConsentMethod.PAPER)
            self.form.sign.method.control.choose(method)

    def leave(self) -> None:
        """Keep what is typed and turn away."""
        self._keeper.end()

    def _put(self, form: AnswersForm) -> None:
        """Show the form of another person in the place of the one before."""
        if self.form is not None:
            self._place.removeWidget(self.form)
            self.form.setParent(None)
            self.form.deleteLater()
        self.form = form
        self._place.addWidget(form)
        form.show()

    def _whole(self) -> tuple[list[Said], Signed] | None:
        """Return answers and signer; nothing, with words, where something is missing."""
        whole = self.form.whole() if self.form is not None else None
        if not isinstance(whole, str):
            return whole
        self.missing.setText(whole)
        self.missing.show()
        if self.form is not None and not self.form.said():
            self._scroll.verticalScrollBar().setValue(0)
        return None

    @Slot()
    def _sign(self) -> None:
        """Let the person read what was answered, and sign it."""
        whole, form = self._whole(), self.form
        if whole is None or form is None:
            return
        answers, (signer, _, _) = whole
        shown = consent_text((form.blocks[each.purpose].purpose, each.result) for each in answers)
        now = self._services.office.clock.now
        self.dialog = SignDialog(self._kit, shown, signer.name, now, self)
        self.dialog.signed.connect(self._signed)
        self.dialog.open()

    @Slot(object)
    def _signed(self, signature: ScreenSignature) -> None:
        if self.form is not None:
            self.form.sign.method.control.choose(ConsentMethod.IN_PERSON)
        self.signing.hold(signature)

    @Slot()
    def save(self) -> None:
        """Record what was said, or say what is missing."""
        person, whole = self._person, self._whole()
        if person is None or whole is None:
            return
        if self.evidence.reading:
            self._messages.toast(_READING)
            return
        answers, (signer, method, day) = whole
        work = partial(
            self._services.consents.record,
            person.id,
            answers,
            signer,
            method,
            day,
            self.attached.back or self.signing.signature or self.evidence.evidence,
        )
        self._background.run(work, self._done, self._failed)

    def _done(self, lines: list[ConsentLine]) -> None:
        person, form = self._person, self.form
        if person is None or form is None:
            return
        keep_channels(self._services.people, person.id, form.blocks.values())
        self._keeper.drop()
        self._messages.toast(f"동의 {len(lines)}가지를 적었습니다")
        self.recorded.emit(person.id)

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "동의를 적지 못했습니다", error)

    def _half_typed(self) -> Mapping[str, str]:
        return self.form.half_typed() if self.form is not None else {}

    @Slot()
    def _tell_kept(self) -> None:
        self.kept.setText(f"임시 보관 {self._services.office.clock.now():%H:%M}")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()
