"""What one person answers to every purpose, and who signs for it: built anew for each person."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.consents import ConsentMethod, Signer
from easycare_desktop.services.consents import ConsentStatus, Said
from easycare_desktop.ui.parts.consents.purpose_block import Parse, PurposeBlock
from easycare_desktop.ui.parts.consents.sections import in_sections
from easycare_desktop.ui.parts.consents.sign_card import SignCard
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.widgets.keyboard import reveal

Signed = tuple[Signer, ConsentMethod, date]
_GAPS = "빠진 칸을 채워 주세요."
_NO_ANSWER = "적어도 한 가지에는 답을 골라 주세요."


class AnswersForm(QWidget):
    """`edited()` at each change. Nothing is chosen before, but what was half typed comes back."""

    edited = Signal()

    def __init__(
        self, kit: Kit, statuses: Iterable[ConsentStatus], catalogue: Catalogue, parse: Parse
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        by_code = {status.purpose.code: status for status in statuses}
        self.blocks: dict[str, PurposeBlock] = {}
        box = column(gap=10)
        purposes = [status.purpose for status in by_code.values()]
        for section, inside in in_sections(purposes, catalogue):
            box.addWidget(kit.text(section.value, "lead"))
            for purpose in inside:
                block = PurposeBlock(kit, by_code[purpose.code], parse)
                block.edited.connect(self.edited)
                self.blocks[purpose.code] = block
                box.addWidget(block)
        self.sign = SignCard(kit, parse)
        self.sign.edited.connect(self.edited)
        box.addWidget(self.sign)
        self.setLayout(box)

    def begin(self, name: str, kept: Mapping[str, str]) -> None:
        """Begin with the name of who most likely signs, and with what was half typed."""
        for block in self.blocks.values():
            block.put(kept)
        self.sign.begin(name)
        self.sign.put(kept)

    def half_typed(self) -> dict[str, str]:
        """Return everything as it is typed so far."""
        values = dict(self.sign.half_typed())
        for block in self.blocks.values():
            values |= block.half_typed()
        return values

    def said(self) -> list[Said]:
        """Return the answers that were given."""
        found = (each.said() for each in self.blocks.values())
        return [each for each in found if each is not None]

    def whole(self) -> tuple[list[Said], Signed] | str:
        """Return answers and signer; else words for what is missing, which is marked and shown."""
        said, signed = self.said(), self.sign.signed()
        unclear = [each for each in self.blocks.values() if each.unclear()]
        if not said:
            return _NO_ANSWER
        if signed is not None and not unclear:
            return said, signed
        wrong = next((field for field in self.sign.fields if field.error), None)
        if wrong is not None:
            wrong.control.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(wrong)
        return _GAPS
