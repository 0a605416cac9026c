"""출력 용도: why a paper is made; asked once for every paper, and printed on its foot."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.parts.papers.signing_fields import SigningFields
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, hide_unless, holder
from easycare_desktop.ui.wording.papers import paper_title, purposes_of

_OWN = ""
_LONGEST = 60


class PurposeDialog(HouseDialog):
    """`purpose_given(str)` when the paper shall be made; closed without it, nothing is made."""

    purpose_given = Signal(str)

    def __init__(
        self,
        kit: Kit,
        kind: PaperKind,
        parent: QWidget | None = None,
        *,
        purposes: Sequence[str] = (),
        signs_in_place: bool = False,
    ) -> None:
        super().__init__(kit.appearance, "출력 용도", parent)
        self.setObjectName("purpose")
        self.signing = SigningFields(kit)
        hide_unless(self.signing, signs_in_place)
        self._build(kit, kind, purposes or purposes_of(kind))

    def signer(self) -> tuple[str, str] | None:
        """Return login and password of the officer who signs in place, if one does."""
        return self.signing.typed() if self.signing.isVisibleTo(self) else None

    def _build(self, kit: Kit, kind: PaperKind, usual: Sequence[str]) -> None:
        choices = [*((words, words) for words in usual), (_OWN, "직접 적기")]
        self.choice = kit.field("출력 용도", kit.choice(choices, usual[0]))
        self.choice.control.setObjectName("purpose.choice")
        self.own = kit.field(
            "용도를 적어 주세요",
            kit.line_edit("", "예: 시청 지도점검 제출", submits=True),
            "이름처럼 사람을 알 수 있는 말은 적지 마세요.",
            required=True,
        )
        self.own.control.setObjectName("purpose.own")
        self.own.control.setMaxLength(_LONGEST)
        self.own.hide()
        self.give_up = kit.button("취소", key="Esc")
        self.give_up.setObjectName("purpose.cancel")
        self.make = kit.button("문서 만들기", "primary", "file-text", key="F4")
        self.make.setObjectName("purpose.make")
        body = holder(
            column(
                kit.text(f"「{paper_title(kind)}」", "title", wrap=True),
                kit.text("용도는 문서 아래와 출력대장에 남습니다.", wrap=True),
                self.choice,
                self.own,
                self.signing,
                None,
                margins=(24, 20, 24, 16),
                gap=12,
            )
        )
        foot = kit.foot(self.make, others=[self.give_up])
        self.choice.control.chosen.connect(self._offer)
        self.own.control.submitted.connect(self._give)
        self.make.clicked.connect(self._give)
        self.give_up.clicked.connect(self.reject)
        self.assemble(body, foot, self.make)

    @Slot(object)
    def _offer(self, words: object) -> None:
        self.own.setVisible(words == _OWN)
        self.own.clear()
        self.fit()
        if words == _OWN:
            self.own.control.setFocus()

    @Slot()
    def _give(self) -> None:
        self.own.control.commit()
        purpose = self.choice.control.value() or self.own.control.text().strip()
        if not purpose:
            self.own.set_error("용도를 짧게 적어 주세요.")
            self.own.control.setFocus()
            return
        if not self.signing.is_whole():
            return
        self.accept()
        self.purpose_given.emit(purpose)
