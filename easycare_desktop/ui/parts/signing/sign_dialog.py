"""화면에서 서명: the text that is signed, as it was shown, and below it the field to sign in."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.signatures import ScreenSignature
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, row, well
from easycare_desktop.ui.widgets.sign_pad import SignPad


@dataclass(frozen=True, slots=True)
class ShownText:
    """What the person reads before signing: its version, and heading and words of each part."""

    title: str
    version: str
    parts: tuple[tuple[str, str], ...]

    def digest(self) -> str:
        """Return the SHA-256 of everything that was shown."""
        text = "\n".join((self.title, self.version, *("\t".join(part) for part in self.parts)))
        return hashlib.sha256(text.encode()).hexdigest()


class SignDialog(HouseDialog):
    """`signed(ScreenSignature)`; nothing is stored by it."""

    signed = Signal(object)

    def __init__(
        self,
        kit: Kit,
        shown: ShownText,
        signer: str,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "화면에서 서명", parent, width=760)
        self.setObjectName("signing")
        self._shown, self._now = shown, now
        self.pad = SignPad(kit.appearance)
        self.again = kit.button("다시 쓰기", "quiet", "undo-2")
        self.finish = kit.button("서명 마치기", "primary", "signature", key="F4")
        self.cancel = kit.button("취소", key="Esc")
        for name in ("again", "finish", "cancel"):
            getattr(self, name).setObjectName(f"signing.{name}")
        self._build(kit, signer)
        self._offer()

    def _build(self, kit: Kit, signer: str) -> None:
        texts = [
            well(column(kit.text(head, "strong", wrap=True), kit.text(words, wrap=True), gap=4))
            for head, words in self._shown.parts
        ]
        told = "펜, 손가락, 마우스 가운데 편한 것으로 아래 칸에 서명해 주세요."
        line = row(kit.text(f"서명하는 분: {signer}", "lead"), None, self.again)
        body = column(
            kit.text(self._shown.title, "title", wrap=True),
            kit.text(f"동의서 문구 {self._shown.version}판", "caption"),
            *texts, line, kit.text(told, wrap=True), self.pad, None,
            margins=(24, 18, 24, 14), gap=10,
        )  # fmt: skip
        self.pad.changed.connect(self._offer)
        self.again.clicked.connect(self.pad.clear)
        self.finish.clicked.connect(self._sign)
        self.cancel.clicked.connect(self.reject)
        self.assemble(holder(body), kit.foot(self.finish, others=[self.cancel]), self.cancel)

    @Slot()
    def _offer(self) -> None:
        self.finish.setEnabled(self.pad.is_signed())
        self.again.setEnabled(self.pad.is_signed())

    @Slot()
    def _sign(self) -> None:
        signature = ScreenSignature(
            self.pad.png(), self._now(), self._shown.version, self._shown.digest()
        )
        self.accept()
        self.signed.emit(signature)
