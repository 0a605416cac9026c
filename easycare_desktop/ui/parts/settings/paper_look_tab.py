"""문서 모양: seal, heads of the approval box, own wording; what was changed when."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import read_evidence_file
from easycare_desktop.services.office_look import LOOK
from easycare_desktop.services.paper_look import PaperLook
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.settings.office_parts import OfficePart
from easycare_desktop.ui.parts.settings.office_tab import OfficeTab
from easycare_desktop.ui.parts.settings.seal_card import SealCard
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, card, column

LOOK_PART = OfficePart(
    LOOK,
    "settings.paper_look",
    "문서 모양은 책임자가 고칩니다.",
    "문서 모양을 저장했습니다. 지금부터 만드는 문서에 쓰입니다.",
    "문서 모양을 저장하지 못했습니다",
)
_SEAL_WORDS = {"seal": "직인을 바꿈", "no_seal": "직인을 뺌"}
_SHOWN = 6
_DROP = Question(
    "직인을 뺄까요?",
    ("지금부터 만드는 문서에는 직인이 없습니다.", "이미 나간 문서의 보관본은 그대로입니다."),
    "직인 빼기",
)


class PaperLookTab(QWidget):
    """`foot` belongs below the page, as of every part of the office's own data."""

    def __init__(
        self, services: Services, kit: Kit, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._services, self._messages, self._background = services, messages, background
        self.wording = OfficeTab(LOOK_PART, services, kit, messages, background)
        may_change = services.office.actor.may(Right.RULES)
        self.seal = SealCard(kit, messages, may_change=may_change)
        self.changes = kit.text("", wrap=True)
        self._past = card(kit.text("고친 기록", "lead"), self.changes, gap=8)
        self.foot, self.edits = self.wording.foot, self.wording.edits
        self.seal.chosen.connect(self._put)
        self.seal.dropped_seal.connect(self._drop)
        self.setLayout(column(self.seal, self.wording, self._past, None, gap=16))

    def refresh(self) -> None:
        """Read what is stored."""
        self.wording.refresh()
        self._background.run(self._services.paper_look.read, self._show, self._failed)

    def _show(self, look: PaperLook) -> None:
        self.seal.show_seal(look.seal)
        group = self._services.office.catalogue.group(LOOK, PersonKind.OFFICE)
        names = {each.code: each.label for each in group.fields} | _SEAL_WORDS
        lines = [
            " · ".join(
                part
                for part in (
                    f"{each.at:%Y-%m-%d %H:%M}",
                    each.by,
                    names.get(each.what, each.what),
                    each.reason,
                )
                if part
            )
            for each in look.changes[:_SHOWN]
        ]
        self.changes.setText("\n".join(lines) or "아직 고친 적이 없습니다.")

    @Slot(object)
    def _put(self, path: Path) -> None:
        self._background.run(partial(_put, self._services, path), self._changed, self._failed)

    @Slot()
    def _drop(self) -> None:
        if self._messages.confirm(_DROP):
            self._background.run(self._services.paper_look.drop_seal, self._changed, self._failed)

    def _changed(self, _done: None) -> None:
        self._messages.toast("직인을 바꿨습니다. 지금부터 만드는 문서에 쓰입니다.")
        self.refresh()

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "직인을 바꾸지 못했습니다", error)


def _put(services: Services, path: Path) -> None:
    services.paper_look.put_seal(read_evidence_file(path).content)
