"""비상 열쇠 종이: shown large, put on paper, then two groups typed back without seeing it."""

import unicodedata
from collections.abc import Callable, Mapping
from functools import partial
from random import SystemRandom

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.printing import Printing, SystemPrinting
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.wizard.sheet_paper import SHEET, SheetPaper
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.parts.wizard.tools import SheetMaking
from easycare_desktop.ui.widgets import Kit, card, column, holder, row, well

_WRONG = "{}묶음이 종이와 다릅니다. 종이를 보고 다시 적어 주세요."
_EMPTY = "{}묶음을 적어 주세요."
_GROUPS = 5


class SheetStep(Step):
    """`shown_changed` when the sheet is hidden to be typed back, or shown again.

    Once the groups were proved they stay, until the sheet is looked at again.
    """

    title = "비상 열쇠 종이"
    lead = "비밀번호를 모두 잊었을 때 사무실을 여는 유일한 길입니다."
    shown_changed = Signal()

    def __init__(
        self,
        services: SheetMaking,
        profile: Callable[[], Mapping[str, str]],
        kit: Kit,
        messages: Messages,
        background: Background,
        printing: Printing | None = None,
    ) -> None:
        super().__init__()
        self._services, self._profile = services, profile
        self._messages, self._background = messages, background
        self._printing = printing or SystemPrinting()
        self._has_printer = bool(self._printing.names())
        self.code, self._proved = services.new_sheet(), False
        self.asked = sorted(SystemRandom().sample(range(_GROUPS), 2))
        self._show_pane, self._back_pane = self._showing(kit), self._typing_back(kit)
        self._pile = Pile((self._show_pane, self._back_pane))
        self.setLayout(column(self._pile))

    @property
    def typing_back(self) -> bool:
        """Whether the sheet is hidden and its groups are asked for."""
        return self._pile.shown is self._back_pane

    @override
    def enter(self) -> None:
        if self._proved:
            self.typed[0].control.setFocus()
        else:
            self.show_again()

    @override
    def back(self) -> bool:
        within = self.typing_back and not self._proved
        if within:
            self.show_again()
        return within

    @override
    def check(self) -> bool:
        if not self.typing_back:
            self._turn(self._back_pane)
            self.typed[0].control.setFocus()
            return False
        fits = [self._fits(place) for place in range(len(self.asked))]
        if not all(fits):
            self.typed[fits.index(False)].control.setFocus()
        self._proved = all(fits)
        return self._proved

    @Slot()
    def show_again(self) -> None:
        """Show the sheet; what was typed back is forgotten."""
        self._proved = False
        for field in self.typed:
            field.control.clear()
            field.clear()
        self._turn(self._show_pane)
        self.wait(on=False)
        (self.paper if self._has_printer else self.file).setFocus()

    def wait(self, *, on: bool) -> None:
        """Show that the paper is being made."""
        self.paper.setEnabled(not on)
        self.file.setEnabled(not on)
        self.done.say("종이를 만들고 있습니다." if on else "")

    def say(self, words: str) -> None:
        """Say what became of the paper."""
        self.wait(on=False)
        self.done.say(words, "ok")

    @Slot()
    def _print(self) -> None:
        self.wait(on=True)
        paper = SheetPaper(self._services, self.code, self._profile())
        work = partial(paper.print, self._printing)
        self._background.run(work, self._printed, self._paper_failed)

    @Slot()
    def _save(self) -> None:
        path = self._messages.save_as(SHEET, f"{SHEET}.pdf", "PDF 문서 (*.pdf)")
        if path is not None:
            self.wait(on=True)
            paper = SheetPaper(self._services, self.code, self._profile())
            self._background.run(partial(paper.save, path), self._saved, self._paper_failed)

    def _printed(self, _done: None) -> None:
        self.say("프린터로 두 장 보냈습니다.")

    def _saved(self, _done: None) -> None:
        self.say("저장했습니다. 인쇄한 뒤 파일은 지워 주세요.")

    def _paper_failed(self, error: Exception) -> None:
        self.wait(on=False)
        tell_error(self._messages, "종이를 만들지 못했습니다", error)

    def _turn(self, pane: QWidget) -> None:
        self._pile.show_only(pane)
        self.lead = self._asking if self.typing_back else SheetStep.lead
        self.shown_changed.emit()

    def _fits(self, place: int) -> bool:
        field, number = self.typed[place], self.asked[place]
        typed = _tidied(field.control.text())
        fits = typed == self.code.groups[number]
        if fits:
            field.set_ok("종이와 같습니다.")
        else:
            field.set_error((_WRONG if typed else _EMPTY).format(number + 1))
        return fits

    def _showing(self, kit: Kit) -> QWidget:
        form = kit.form(3)
        for number, group in enumerate(self.code.groups, start=1):
            words = kit.text("  ".join(group), "number")
            words.setAccessibleName(f"{number}묶음 {' '.join(group)}")
            form.add(well(kit.text(f"{number}묶음", "caption"), words))
        self.paper = kit.button("두 장 인쇄하기", "secondary", "printer")
        self.paper.setObjectName("wizard.sheet_paper")
        self.paper.clicked.connect(self._print)
        self.paper.setVisible(self._has_printer)
        self.file = kit.button("파일로 저장하기", "quiet", "download")
        self.file.setObjectName("wizard.sheet_file")
        self.file.clicked.connect(self._save)
        self.done = kit.text("", "caption")
        hints = column(
            kit.text("두 장을 만들어 한 장은 금고에, 한 장은 대표의 집에 두세요.", wrap=True),
            kit.text("사진을 찍거나 메신저로 보내지 마세요.", wrap=True),
            kit.text("프린터가 없으면 손으로 또박또박 옮겨 적어도 됩니다.", wrap=True),
            gap=4,
        )
        return card(form, row(self.paper, self.file, self.done, None), hints, gap=16)

    def _typing_back(self, kit: Kit) -> QWidget:
        names = [f"{number + 1}묶음" for number in self.asked]
        self.typed = [kit.text_field(name, typing="latin", required=True) for name in names]
        form = kit.form(2)
        for place, field in enumerate(self.typed, start=1):
            field.control.setObjectName(f"wizard.typed_back_{place}")
            form.add(field)
        self._asking = f"종이를 보고 {names[0]}과 {names[1]}을 적어 주세요."
        self.again = kit.button("종이 다시 보기", "quiet", "rotate-cw")
        self.again.setObjectName("wizard.sheet_again")
        self.again.clicked.connect(self.show_again)
        box = card(form, row(self.again, None), gap=16)
        return holder(column(box))


def _tidied(typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(each for each in plain if each.isalnum())
