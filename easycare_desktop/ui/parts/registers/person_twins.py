"""Where the paper of one person lies: named on the card, asked for when the person goes."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.registers import RegisterKind, RegisterState, Twin
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.registers.twin_dropping import TITLE, WHICH, drop_twins
from easycare_desktop.ui.parts.registers.words import choice_words
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit, row

_NONE = "연결한 종이 서류나 사본이 아직 없습니다."
_ALL = "이분의 것 모두"


class PersonTwins(QFrame):
    """One line with a button; entries are chosen from the registers."""

    def __init__(self, kit: Kit, services: Services, messages: Messages) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._services, self._messages = services, messages
        self._person_id = 0
        self._groups: Mapping[str, ItemGroup] = {}
        self.words = kit.text(_NONE, wrap=True)
        self.add = kit.button("서류·사본 연결하기", "secondary", "archive", fit="row")
        self.drop = kit.button("연결 풀기", "quiet", "x", fit="row", name="서류·사본 연결 풀기")
        self.add.setObjectName("people.twin.add")
        self.drop.setObjectName("people.twin.drop")
        self.add.clicked.connect(self._add)
        self.drop.clicked.connect(self._drop)
        box = row(self.words, self.drop, self.add, margins=(16, 8, 16, 8), gap=12)
        box.setStretch(0, 1)
        self.setLayout(box)

    def show_person(self, person_id: int, groups: Mapping[str, ItemGroup]) -> None:
        """Show the twins of a person."""
        self._person_id, self._groups = person_id, groups
        lines = [self._words(each) for each in self._services.registers.twins_of(person_id)]
        self.words.setText("\n".join(lines) or _NONE)
        self.drop.setVisible(bool(lines))

    def _words(self, twin: Twin) -> str:
        items = {each.id: each for each in self._services.registers.items()}
        group = self._groups.get(twin.group)
        what = group.label if group else _ALL
        return f"{choice_words(items[twin.item_id], self._services.office.catalogue)} ({what})"

    @Slot()
    def _add(self) -> None:
        catalogue = self._services.office.catalogue
        items = [
            (each.id, choice_words(each, catalogue))
            for each in self._services.registers.items()
            if each.state is RegisterState.IN_USE and each.kind is not RegisterKind.MEDIUM
        ]
        if not items:
            self._messages.inform(
                "서류·사본 연결하기",
                "적어 둔 서류함이 없습니다.",
                "「보유·분리보관」의 「서류함·매체」에서 먼저 적어 주세요.",
            )
            return
        item = self._messages.ask_choice("서류·사본 연결하기", "어디에 있나요?", items)
        if item is None:
            return
        groups = [("", _ALL), *((code, group.label) for code, group in self._groups.items())]
        group = self._messages.ask_choice(
            "서류·사본 연결하기", "어느 자료의 서류인가요?", groups, ""
        )
        if group is not None:
            self._put(Twin(item, self._person_id, group))

    @Slot()
    def _drop(self) -> None:
        twins = self._services.registers.twins_of(self._person_id)
        choices = [(place, self._words(each)) for place, each in enumerate(twins)]
        place = self._messages.ask_choice(TITLE, WHICH, choices)
        if place is not None:
            drop_twins(self._services, self._messages, [twins[place]])
            self.show_person(self._person_id, self._groups)

    def _put(self, twin: Twin) -> None:
        try:
            self._services.registers.put_twin(twin)
        except Refusal as refusal:
            tell(self._messages, "적어 두지 못했습니다", refusal)
        self.show_person(self._person_id, self._groups)
