"""What the printer shall do: printer, copies, pages, colour, sides, margin, and why once more."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.parts.preview.page_choice import PageChoiceError, pages_of
from easycare_desktop.ui.parts.preview.printing import Printing, PrintOrder
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.wording.papers import AGAIN

_ALL, _NOW, _TYPED = "all", "now", "typed"
_MOST_COPIES = 99


class PrintForm(QWidget):
    """`order(page)` reads it; None where something does not fit, and the field says so."""

    def __init__(self, kit: Kit, printing: Printing) -> None:
        super().__init__()
        self.setProperty("part", "white")
        self._printing, self._count, self._again = printing, 1, False
        self._build(kit)
        self._name()
        self.look_for_printers()
        self.show_paper(1, again=False)

    def _build(self, kit: Kit) -> None:
        self.printer = kit.field("프린터", kit.combo([("", "프린터 없음")]))
        copies = kit.line_edit("1", typing="digits")
        copies.setMaxLength(2)
        self.copies = kit.field("부수", copies)
        self.pages = kit.field("쪽", kit.combo([(_ALL, "모두")]))
        self.typed = kit.text_field("쪽 번호", example="1-3, 5", typing="latin")
        self.colour = kit.field("색", kit.choice([(False, "흑백"), (True, "컬러")], False))
        self.duplex = kit.check("양면으로 인쇄")
        self.binding = kit.check("왼쪽에 철할 자리 두기")
        reasons = [("", "골라 주세요"), *AGAIN]
        self.reason = kit.field("다시 인쇄하는 사유", kit.combo(reasons, ""), required=True)
        self.no_printer = kit.banner(
            "info", "이 PC에 프린터가 없습니다.", "PDF로 저장하실 수 있습니다."
        )
        counts = row(self.copies, self.pages, gap=12)
        counts.setStretch(0, 2)
        counts.setStretch(1, 3)
        self.setLayout(
            column(
                self.no_printer, self.printer, counts, self.typed, self.colour,
                column(self.duplex, self.binding, gap=0), self.reason, gap=10,
            )
        )  # fmt: skip
        self.pages.control.chosen.connect(self._offer_typing)

    def _name(self) -> None:
        for name in ("printer", "copies", "pages", "typed", "colour", "reason"):
            getattr(self, name).control.setObjectName(f"preview.{name}")
        self.duplex.setObjectName("preview.duplex")
        self.binding.setObjectName("preview.binding")

    @property
    def ready(self) -> bool:
        """Whether there is a printer."""
        return bool(self.printer.control.value())

    def look_for_printers(self) -> None:
        """Ask the system again which printers there are."""
        names = list(self._printing.names())
        choices = [(name, name) for name in names] or [("", "프린터 없음")]
        before = self.printer.control.value()
        wanted = before if before in names else self._printing.usual()
        self.printer.control.fill(choices, wanted)
        self.printer.setVisible(bool(names))
        self.no_printer.setVisible(not names)

    def show_paper(self, count: int, *, again: bool, exact: bool = False) -> None:
        """Begin anew for a paper of `count` pages; `again` asks why it is printed once more.

        `exact`: every label has its place on the sheet, so nothing is moved or put on its back.
        """
        self._count, self._again = count, again
        for box in (self.duplex, self.binding):
            box.setVisible(not exact)
            if exact:
                box.setChecked(False)
        whole = f"모두 (1~{count})" if count > 1 else "모두 (1쪽)"
        choices = [(_ALL, whole)]
        if count > 1:
            choices += [(_NOW, "지금 쪽"), (_TYPED, "직접 적기")]
        self.pages.control.fill(choices, _ALL)
        self.typed.hide()
        self.reason.setVisible(again)
        self.reason.control.choose("")
        for field in (self.copies, self.typed, self.reason):
            field.clear()

    def ask_again(self) -> None:
        """From now on ask why it is printed once more."""
        self._again = True
        self.reason.control.choose("")
        self.reason.show()

    @property
    def why(self) -> str:
        """The code of why it is printed again, or an empty text."""
        return self.reason.control.value() or "" if self._again else ""

    def order(self, page: int) -> PrintOrder | None:
        """Return what is to be printed while page `page` is shown."""
        text = self.copies.control.text().strip()
        copies = int(text) if text.isdecimal() else 0
        self.copies.set_error("" if 1 <= copies <= _MOST_COPIES else "1부터 99까지 적어 주세요.")
        chosen = self._chosen(page)
        self.typed.set_error("" if chosen else f"1부터 {self._count}까지 적어 주세요.")
        missing = self._again and not self.why
        self.reason.set_error("사유를 골라 주세요." if missing else "")
        if self.copies.error or not chosen or missing:
            return None
        return PrintOrder(
            printer=self.printer.control.value() or "",
            copies=copies,
            pages=chosen,
            colour=bool(self.colour.control.value()),
            duplex=self.duplex.isChecked(),
            binding=self.binding.isChecked(),
        )

    def _chosen(self, page: int) -> tuple[int, ...]:
        match self.pages.control.value():
            case "now":
                return (page,)
            case "typed":
                try:
                    return pages_of(self.typed.control.text(), self._count)
                except PageChoiceError:
                    return ()
        return tuple(range(self._count))

    @Slot(object)
    def _offer_typing(self, value: object) -> None:
        self.typed.setVisible(value == _TYPED)
