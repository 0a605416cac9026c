"""동의 받기: what a signed form says, purpose by purpose, as law wants them apart."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from easycare_desktop.domain.consents import ConsentLine, ConsentMethod, Signer
from easycare_desktop.domain.requests import Channel
from easycare_desktop.domain.signatures import ScreenSignature
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import ConsentStatus, Said
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.consents.channels import keep_channels
from easycare_desktop.ui.parts.consents.evidence_box import EvidenceBox
from easycare_desktop.ui.parts.consents.purpose_block import PurposeBlock
from easycare_desktop.ui.parts.consents.sections import in_sections
from easycare_desktop.ui.parts.consents.sign_card import SignCard
from easycare_desktop.ui.parts.returned.attached import AttachedPaper, HeldPaper
from easycare_desktop.ui.parts.shared.drafts import DraftKeeper
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.signing.shown_texts import consent_text
from easycare_desktop.ui.parts.signing.sign_dialog import SignDialog
from easycare_desktop.ui.parts.signing.sign_row import SignRow
from easycare_desktop.ui.widgets import Kit, column, holder, row
from easycare_desktop.ui.widgets.keyboard import reveal

_METHODS = {
    Channel.POST: ConsentMethod.POST,
    Channel.FAX: ConsentMethod.FAX,
    Channel.EMAIL: ConsentMethod.EMAIL,
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
        self.blocks: dict[str, PurposeBlock] = {}
        self.restored = kit.banner(
            "info", "임시 보관한 내용을 불러왔습니다.", "이어서 적고 저장하면 됩니다."
        )
        self.sign = SignCard(kit, self._reader.read)
        self.evidence = EvidenceBox(kit, messages, background)
        self.attached = AttachedPaper(kit)
        self.signing = SignRow(kit)
        self.dialog: SignDialog | None = None
        self.missing = kit.text("", "strong", "danger", wrap=True)
        self.missing.setObjectName("consents.missing")
        self._sections: QWidget | None = None
        self._keeper = DraftKeeper(services.drafts, "consent_form", self._half_typed)
        self._keeper.kept.connect(self._tell_kept)
        self.kept = kit.text("", "caption")
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        told = "종이에 적힌 그대로 고릅니다. 미리 골라 둔 답은 없습니다."
        head = row(kit.text(told, wrap=True), self.kept, gap=12)
        head.setStretch(0, 1)
        self._box: QVBoxLayout = column(
            self.restored,
            self.attached,
            head,
            self.evidence,
            self.signing,
            self.missing,
            None,
            gap=12,
        )
        self._box.setContentsMargins(24, 2, 24, 16)
        self.signing.wanted.connect(self._sign)
        self._scroll = kit.scroll(holder(self._box))
        self.setLayout(column(self._scroll, gap=0))

    def begin(self, person: PersonLine, statuses: list[ConsentStatus]) -> None:
        """Begin with one person; half-typed work comes back."""
        kept = dict(self._keeper.begin(person.id))
        self._person = person
        self._show_purposes(statuses, kept)
        self.evidence.clear()
        self.evidence.show()
        self.attached.clear()
        self.signing.clear()
        self.signing.show()
        self.restored.setVisible(bool(kept))
        self.missing.hide()
        self.kept.setText("")
        self._scroll.verticalScrollBar().setValue(0)

    def hold(self, paper: HeldPaper) -> None:
        """Hold a form that came back: it is filed with what is recorded of it."""
        self.attached.hold(paper)
        self.evidence.hide()
        self.signing.hide()
        self.sign.method.control.choose(_METHODS.get(paper.channel, ConsentMethod.PAPER))

    def leave(self) -> None:
        """Keep what is typed and turn away."""
        self._keeper.end()

    def _whole(self) -> tuple[list[Said], tuple[Signer, ConsentMethod, date]] | None:
        """Return answers and signer; nothing, with words, where something is missing."""
        said = [each.said() for each in self.blocks.values()]
        answers = [each for each in said if each is not None]
        signed = self.sign.signed()
        unclear = [each for each in self.blocks.values() if each.unclear()]
        if not answers or signed is None or unclear:
            self._show_missing(answered=bool(answers))
            return None
        return answers, signed

    @Slot()
    def _sign(self) -> None:
        """Let the person read what was answered, and sign it."""
        whole = self._whole()
        if whole is None:
            return
        answers, (signer, _, _) = whole
        shown = consent_text((self.blocks[each.purpose].purpose, each.result) for each in answers)
        now = self._services.office.clock.now
        self.dialog = SignDialog(self._kit, shown, signer.name, now, self)
        self.dialog.signed.connect(self._signed)
        self.dialog.open()

    @Slot(object)
    def _signed(self, signature: ScreenSignature) -> None:
        self.sign.method.control.choose(ConsentMethod.IN_PERSON)
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

    def _show_missing(self, *, answered: bool) -> None:
        words = "빠진 칸을 채워 주세요." if answered else "적어도 한 가지에는 답을 골라 주세요."
        self.missing.setText(words)
        self.missing.show()
        wrong = next((field for field in self.sign.fields if field.error), None)
        if wrong is not None and answered:
            wrong.control.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(wrong)
        elif not answered:
            self._scroll.verticalScrollBar().setValue(0)

    def _done(self, lines: list[ConsentLine]) -> None:
        person = self._person
        if person is None:
            return
        keep_channels(self._services.people, person.id, self.blocks.values())
        self._keeper.drop()
        self._messages.toast(f"동의 {len(lines)}가지를 적었습니다")
        self.recorded.emit(person.id)

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "동의를 적지 못했습니다", error)

    def _show_purposes(self, statuses: list[ConsentStatus], kept: Mapping[str, str]) -> None:
        by_code = {status.purpose.code: status for status in statuses}
        self.blocks = {}
        box = column(gap=10)
        purposes = [status.purpose for status in statuses]
        for section, inside in in_sections(purposes, self._services.office.catalogue):
            box.addWidget(self._kit.text(section.value, "lead"))
            for purpose in inside:
                block = PurposeBlock(self._kit, by_code[purpose.code], self._reader.read)
                block.put(kept)
                block.edited.connect(self._keeper.touch)
                block.edited.connect(self.signing.outdated)
                self.blocks[purpose.code] = block
                box.addWidget(block)
        self.sign = SignCard(self._kit, self._reader.read)
        self.sign.begin(self._person.name if self._person else "")
        self.sign.put(kept)
        self.sign.edited.connect(self._keeper.touch)
        self.sign.edited.connect(self.signing.outdated)
        box.addWidget(self.sign)
        if self._sections is not None:
            self._box.removeWidget(self._sections)
            self._sections.setParent(None)
            self._sections.deleteLater()
        self._sections = holder(box)
        self._box.insertWidget(3, self._sections)
        self._sections.show()

    def _half_typed(self) -> Mapping[str, str]:
        values = self.sign.half_typed()
        for block in self.blocks.values():
            values |= block.half_typed()
        return values

    @Slot()
    def _tell_kept(self) -> None:
        self.kept.setText(f"임시 보관 {self._services.office.clock.now():%H:%M}")

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()
