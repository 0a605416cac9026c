"""혼자 / 둘 이상: whether somebody else can approve a destruction."""

from PySide6.QtCore import Slot
from typing_extensions import override

from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, card, column

_TOGETHER = (
    "파기는 다른 사람이 그 자리에서 아이디와 비밀번호로 승인합니다.",
    "사무실을 만든 뒤 「설정」에서 동료의 계정을 만들어 주세요.",
)
_ALONE = (
    "파기할 사유를 적고 다음 날까지 기다린 뒤 파기합니다.",
    "그사이에는 언제든 그만둘 수 있습니다.",
)


class PeopleStep(Step):
    """Two or more is proposed: four eyes are better."""

    title = "일하는 사람"
    lead = "파기를 누가 승인하는지가 달라집니다."

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        choices = ((False, "둘 이상이 함께 씁니다"), (True, "혼자 씁니다"))
        self.choice = kit.choice(choices, False)
        self.choice.setObjectName("wizard.alone")
        self.note = kit.banner("info", *_TOGETHER)
        self.choice.chosen.connect(self._explain)
        field = kit.field("이 사무실에서 프로그램을 쓰는 사람", self.choice)
        self.setLayout(column(card(field, self.note, gap=16)))

    @property
    def alone(self) -> bool:
        """Whether the office is one person."""
        return bool(self.choice.value())

    @override
    def enter(self) -> None:
        self.choice.setFocus()

    @Slot(object)
    def _explain(self, alone: bool) -> None:  # noqa: FBT001 - what the choice carries
        self.note.say("info", *(_ALONE if alone else _TOGETHER))
