"""되살리기 or 옮겨 오기: what will happen in three lines, and a word typed by hand."""

from PySide6.QtCore import Slot
from typing_extensions import override

from easycare_desktop.ui.parts.restore.ways import HERE, Way
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, card, column

_HERE = (
    "지금 자료를 이 백업으로 바꿉니다.",
    "바꾸기 전의 자료는 지웁니다. 「지금 백업하기」를 먼저 해 두셨는지 확인해 주세요.",
)
_THERE = (
    "이 PC에서 사무실을 이어 갑니다.",
    "옛 PC에서는 더 쓰지 마세요. 옛 PC의 자료는 지우고 「저장매체」에 적어 주세요.",
)
_HANDED_OVER = ("이 PC에서 사무실을 이어 갑니다.", "넘겨준 PC에서는 보기만 할 수 있습니다.")


class ConfirmStep(Step):
    """The last press is free once the word is typed: the name of the way."""

    lead = "여기서부터는 되돌릴 수 없습니다."

    def __init__(self, kit: Kit, way: Way) -> None:
        super().__init__()
        self.way, self.title = way, way.word
        self._warning = _HERE if way is HERE else _THERE
        self.banner = kit.banner("danger", *self._warning)
        self.word = kit.text_field(f"「{way.word}」라고 적어 주세요", required=True)
        self.word.control.setObjectName("restore.word")
        self.word.control.textChanged.connect(self._typed)
        self.told = kit.text("", wrap=True)
        self.setLayout(column(card(self.told, self.word, gap=12), self.banner, gap=12))

    def sum_up(self, made_at: str, *, handed_over: bool) -> None:
        """Say which backup comes, and what becomes of the PC that handed the office over."""
        self.banner.say("danger", *(_HANDED_OVER if handed_over else self._warning))
        self.told.setText(f"{self.way.chosen}: {made_at}")

    @override
    def enter(self) -> None:
        self.word.control.clear()
        self.word.control.setFocus()

    @override
    def check(self) -> bool:
        typed = self.word.control.text().replace(" ", "")
        fits = typed == self.way.word.replace(" ", "")
        self.word.set_error("" if fits else f"「{self.way.word}」 네 글자를 그대로 적어 주세요.")
        return fits

    @Slot()
    def _typed(self) -> None:
        """Do not blame any longer what is being mended."""
        self.word.set_error("")
