"""새 비상 열쇠 종이: the new groups on paper, two of them typed back, then the exchange."""

import secrets
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.recovery_sheets import NewSheet
from easycare_desktop.ui.background import Background, Reporter
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.printing import Printing, PrintOrder
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.shared.refused import tell_error, understood
from easycare_desktop.ui.widgets import (
    Field,
    HangulLineEdit,
    HouseDialog,
    Kit,
    column,
    holder,
    row,
    well,
)

_BODY = (24, 20, 24, 16)


class SheetDialog(HouseDialog):
    """`exchange_wanted(NewSheet)` once two groups were typed back from the paper."""

    exchange_wanted = Signal(object)

    def __init__(
        self,
        kit: Kit,
        sheet: NewSheet,
        printing: Printing,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, "새 비상 열쇠 종이", parent)
        self.setObjectName("sheet")
        self.sheet, self._printing = sheet, printing
        self._messages, self._background = messages, background
        first = secrets.randbelow(4) + 1
        self.asked = (first, first + 1 + secrets.randbelow(5 - first))
        self._build(kit)

    def _build(self, kit: Kit) -> None:
        self._shown = self._show_groups(kit)
        self.typed = [self._field(kit, group) for group in self.asked]
        self._back = holder(
            column(
                kit.text("종이에 적힌 대로 두 묶음을 적어 주세요", "title", wrap=True),
                kit.text("잘 적혔는지 확인한 뒤에 종이를 바꿉니다.", wrap=True),
                *self.typed,
                None,
                gap=12,
            )
        )
        self._pile = Pile([self._shown, self._back])
        self.give_up = kit.button("취소", key="Esc")
        self.go_on = kit.button("종이에 적었습니다", "primary")
        self.give_up.setObjectName("sheet.cancel")
        self.go_on.setObjectName("sheet.next")
        self.give_up.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._next)
        foot = kit.foot(self.go_on, others=[self.give_up])
        self.assemble(holder(column(self._pile, margins=_BODY)), foot, self.go_on)

    def _show_groups(self, kit: Kit) -> QWidget:
        self.print_button = kit.button("종이에 인쇄하기", "secondary", "printer", key="Ctrl+P")
        self.print_button.setObjectName("sheet.print")
        self.print_button.clicked.connect(self._print)
        has_printer = bool(self._printing.names())
        self.print_button.setVisible(has_printer)
        lines = [
            kit.text(f"{number}묶음   {' '.join(group)}", "lead")
            for number, group in enumerate(self.sheet.groups, start=1)
        ]
        how = (
            "종이와 봉투 두 벌을 인쇄해 서로 다른 곳에 두세요."
            if has_printer
            else "프린터가 없으니 종이에 또박또박 옮겨 적어 주세요."
        )
        return holder(
            column(
                kit.text(f"새 비상 열쇠 종이 제{self.sheet.number}호", "title", wrap=True),
                kit.text(how, wrap=True),
                well(*lines, gap=6),
                row(self.print_button, None),
                kit.text("사진을 찍거나 메신저로 보내지 마세요.", "caption", wrap=True),
                None,
                gap=12,
            )
        )

    def _field(self, kit: Kit, group: int) -> Field[HangulLineEdit]:
        made = kit.text_field(f"{group}묶음", typing="latin", required=True)
        made.control.setMaxLength(8)
        made.control.setObjectName(f"sheet.group.{group}")
        return made

    @Slot()
    def _next(self) -> None:
        if self._pile.shown is self._shown:
            self._pile.show_only(self._back)
            self.go_on.say("새 종이로 바꾸기")
            self.fit()
            self.typed[0].control.setFocus()
            return
        fits = [self._fits(*each) for each in zip(self.typed, self.asked, strict=True)]
        if all(fits):
            self.accept()
            self.exchange_wanted.emit(self.sheet)
        else:
            self.fit()
            self.typed[fits.index(False)].control.setFocus()

    def _fits(self, field: Field[HangulLineEdit], group: int) -> bool:
        field.control.commit()
        try:
            self.sheet.check(group, field.control.text())
        except InputRefusal as refusal:
            field.set_error(understood(refusal))
            return False
        field.set_ok("맞습니다.")
        return True

    @Slot()
    def _print(self) -> None:
        order = PrintOrder(
            self._printing.usual() or self._printing.names()[0], 2, (0, 1),
            colour=False, duplex=False, binding=False,
        )  # fmt: skip
        self.print_button.setEnabled(False)
        work = partial(_send, self._printing, self.sheet.pdf, order)
        self._background.run_steps(work, self._printed, self._step, self._failed)

    def _step(self, _done: int, _total: int) -> None:
        pass

    def _printed(self, _nothing: None) -> None:
        self.print_button.setEnabled(True)
        self._messages.toast("종이와 봉투를 두 벌 보냈습니다.")

    def _failed(self, error: Exception) -> None:
        self.print_button.setEnabled(True)
        tell_error(self._messages, "인쇄하지 못했습니다", error)


def _send(printing: Printing, pdf: bytes, order: PrintOrder, reporter: Reporter) -> None:
    printing.send(pdf, order, reporter.step)
