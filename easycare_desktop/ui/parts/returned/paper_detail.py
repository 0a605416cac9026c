"""One paper that came back: what its number says, its signature boxes, and what can be done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.returned import Doubt, FormUse
from easycare_desktop.services.returned import OpenedPaper, WaitingPaper
from easycare_desktop.ui.parts.preview.images import picture_of
from easycare_desktop.ui.parts.returned.shown import PagesDialog, Shown
from easycare_desktop.ui.parts.returned.words import (
    ACTIONS,
    ANEW,
    DOUBTS,
    title_of,
    whose_words,
)
from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.widgets.arrange import FormGrid
from easycare_desktop.ui.wording.labels import label

_BOX = 300
_ALL_WELL = (
    "번호가 맞고, 서명 칸이 비어 있지 않습니다.",
    "서명을 눈으로 보시고 아래 버튼을 눌러 주세요.",
)


class PaperDetail(QFrame):
    """`go_wanted()`: the main press; `keep_wanted()`, `owner_wanted()`, `drop_wanted()`.

    `again_wanted(kind of paper, person id)`: nobody signed it, so the form is printed once more.
    """

    go_wanted = Signal()
    again_wanted = Signal(object, object)
    keep_wanted = Signal()
    owner_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, kit: Kit, parse: Callable[[str], date]) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._kit = kit
        self._opened: OpenedPaper | None = None
        self.dialog: PagesDialog | None = None
        self.title = kit.text("", "title", wrap=True)
        self.whose = kit.text("", "lead", wrap=True)
        self.state = kit.banner("ok", *_ALL_WELL)
        self.printed = kit.pair("인쇄한 날")
        self.came = kit.pair("스캔한 쪽수")
        self.received = kit.date_field("이 서류를 받은 날", parse, required=True)
        self.received.control.setObjectName("returned.day")
        self.go = kit.button("보관하기", "primary", "save", key="F4")
        self.keep = kit.button("서류만 보관하기", "secondary", "archive")
        self.anyway = kit.button("", "secondary", "save")
        self.look = kit.button("쪽 보기", "secondary", "eye")
        self.drop = kit.button("빼기", "quiet", "x", name="이 서류 빼기")
        self.foot = kit.foot(
            self.go, others=(self.keep, self.anyway, self.look), quiet=(self.drop,)
        )
        for name in ("go", "keep", "anyway", "look", "drop"):
            getattr(self, name).setObjectName(f"returned.{name}")
        self._pictures: FormGrid | None = None
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        facts = kit.form(3)
        facts.add(self.received, self.printed, self.came)
        self._signs = kit.text("서명 칸", "label")
        self._box = column(
            self.title, self.whose, self.state, facts, self._signs, None,
            margins=(20, 16, 20, 14), gap=10,
        )  # fmt: skip
        self.setLayout(self._box)

    def _listen(self) -> None:
        self.go.clicked.connect(self._go)
        self.keep.clicked.connect(self.keep_wanted)
        self.anyway.clicked.connect(self.go_wanted)
        self.drop.clicked.connect(self.drop_wanted)
        self.look.clicked.connect(self._look)

    @property
    def opened(self) -> OpenedPaper | None:
        """The paper that is shown."""
        return self._opened

    def show_paper(self, opened: OpenedPaper) -> None:
        """Show a paper."""
        self._opened = opened
        waiting = opened.waiting
        self.title.setText(title_of(waiting))
        self.whose.setText(whose_words(waiting))
        self._show_doubt(waiting)
        printed = f"{waiting.printed_at:%Y-%m-%d}" if waiting.printed_at else "모름"
        self.printed.say(printed)
        self.came.say(f"{waiting.paper.pages}쪽 · {label(waiting.paper.channel)}")
        self.received.control.setText(waiting.paper.received_on.isoformat())
        self._show_pictures(opened)
        self._offer(waiting)
        self.foot.show()
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        self._opened = None
        self._drop_pictures()
        self.foot.hide()
        self.hide()

    def _show_doubt(self, waiting: WaitingPaper) -> None:
        doubt = waiting.paper.doubt
        if doubt is None:
            self.state.say("ok", *_ALL_WELL)
        else:
            words = DOUBTS[doubt]
            self.state.say("warn", words.what, words.now)

    def _offer(self, waiting: WaitingPaper) -> None:
        known, of_office = waiting.person is not None, waiting.of_office
        use = waiting.use or FormUse.PAPER
        main = "이 접수에 붙이기" if waiting.joins else ACTIONS[use]
        anew = _is_anew(waiting)
        self.go.say(ANEW if anew else main if known else "누구 것인지 고르기")
        self.go.set_icon("printer" if anew else "save")
        self.anyway.say(main)
        self.anyway.setVisible(anew)
        filed_with_more = not waiting.joins and use is not FormUse.PAPER
        self.keep.setVisible(known and not of_office and filed_with_more and not anew)

    def _show_pictures(self, opened: OpenedPaper) -> None:
        self._drop_pictures()
        images = opened.boxes or opened.pages[:1]
        shown = [
            Shown(picture_of(image), "서명 칸" if opened.boxes else "첫 쪽", _BOX)
            for image in images
        ]
        self._signs.setText("서명 칸" if opened.boxes else "첫 쪽")
        self._pictures = self._kit.form(2)
        self._pictures.add(*shown)
        self._box.insertWidget(5, self._pictures)
        self._pictures.show()

    def _drop_pictures(self) -> None:
        if self._pictures is not None:
            self._box.removeWidget(self._pictures)
            self._pictures.setParent(None)
            self._pictures.deleteLater()
            self._pictures = None

    @Slot()
    def _go(self) -> None:
        if self._opened is None:
            return
        waiting = self._opened.waiting
        if _is_anew(waiting) and waiting.person is not None:
            self.again_wanted.emit(waiting.kind, waiting.person.id)
        elif waiting.person is not None:
            self.go_wanted.emit()
        else:
            self.owner_wanted.emit()

    @Slot()
    def _look(self) -> None:
        if self._opened is not None:
            self.dialog = PagesDialog(self._kit, "받은 서류", self._opened.pages, self.window())
            self.dialog.show()


def _is_anew(waiting: WaitingPaper) -> bool:
    """Tell whether the next step is to have the same form signed once more."""
    known = waiting.person is not None and waiting.kind is not None and not waiting.of_office
    return known and waiting.paper.doubt is Doubt.UNSIGNED
