"""되살리기: what will happen in three lines, and a word typed by hand."""

from PySide6.QtCore import Slot
from typing_extensions import override

from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, card, column

WORD = "되살리기"
_HERE = (
    "지금 자료를 이 백업으로 바꿉니다.",
    "바꾸기 전의 자료는 지웁니다. 「지금 백업하기」를 먼저 해 두셨는지 확인해 주세요.",
)
_THERE = (
    "이 PC에서 사무실을 이어 갑니다.",
    "옛 PC에서는 더 쓰지 마세요. 옛 PC의 자료는 지우고 「저장매체」에 적어 주세요.",
)
_WORKING = "자료를 가져와 확인하고 있습니다. USB를 뽑지 마세요."
_MAKING = "되살리고 있습니다. 끄지 마세요."


class ConfirmStep(Step):
    """The last press is free once the word is typed."""

    title = "되살리기"
    lead = "여기서부터는 되돌릴 수 없습니다."

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.banner = kit.banner("danger", *_HERE)
        self.word = kit.text_field(f"「{WORD}」라고 적어 주세요", required=True)
        self.word.control.setObjectName("restore.word")
        self.word.control.textChanged.connect(self._typed)
        self.told = kit.text("", wrap=True)
        self.setLayout(column(card(self.told, self.word, gap=12), self.banner, gap=12))

    def sum_up(self, made_at: str, *, here: bool) -> None:
        """Say which backup comes, and what becomes of what is here."""
        self.banner.say("danger", *(_HERE if here else _THERE))
        self.told.setText(f"되살릴 백업: {made_at}")

    def wait(self, *, on: bool) -> None:
        """Show that it is being done."""
        self.word.setEnabled(not on)
        if on:
            self.told.setText(_MAKING)

    @override
    def enter(self) -> None:
        self.word.control.clear()
        self.word.control.setFocus()

    @override
    def check(self) -> bool:
        fits = self.word.control.text().strip() == WORD
        self.word.set_error("" if fits else f"「{WORD}」 네 글자를 그대로 적어 주세요.")
        return fits

    @Slot()
    def _typed(self) -> None:
        """Do not blame any longer what is being mended."""
        self.word.set_error("")

    @Slot()
    def forget(self) -> None:
        """Forget the word."""
        self.word.control.clear()
