"""시작 방법: everything once more, and how to begin. Nothing is made before the last press."""

from PySide6.QtCore import Slot
from typing_extensions import override

from easycare_desktop.services.offices import Setup
from easycare_desktop.ui.background import Reporter
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.parts.wizard.tools import Founding
from easycare_desktop.ui.widgets import Kit, card, column, holder
from easycare_desktop.ui.widgets.progress import Progress

_STARTS = ((False, "빈 사무실로 시작"), (True, "연습용 사무실도 함께"))
_STAGES = ("비밀번호로 열쇠를 만들고 있습니다. 잠시 걸립니다.", "사무실을 다 만들었습니다.")
_MAKING = "만드는 동안 PC를 끄지 마세요."
_NAMES = ("사무실", "시설코드", "쓰는 사람", "책임자 아이디", "여는 방법", "열쇠 보관처")


class StartStep(Step):
    """`sum_up` shows what was chosen; `wait` how far the making is."""

    title = "시작 방법"
    lead = "아직 아무것도 만들지 않았습니다. 「사무실 만들기」를 누르면 만듭니다."

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.choice = kit.choice(_STARTS, False)
        self.choice.setObjectName("wizard.start")
        self.pairs = [kit.pair(name) for name in _NAMES]
        form = kit.form(3)
        form.add(*self.pairs)
        self.progress = Progress(kit.appearance)
        self.progress.hide()
        hint = "연습용 사무실에는 지어낸 사람만 있습니다. 진짜 자료와 섞이지 않습니다."
        field = kit.field("어떻게 시작할까요?", self.choice, hint)
        self._asked = holder(
            column(kit.text("이렇게 만듭니다", "lead"), form, field, gap=16), "inside"
        )
        self.setLayout(column(card(self._asked, self.progress)))

    @property
    def with_practice(self) -> bool:
        """Whether a practice office is wanted too."""
        return bool(self.choice.value())

    @override
    def enter(self) -> None:
        self.choice.setFocus()

    def sum_up(self, setup: Setup, store_name: str) -> None:
        """Show what was chosen; `store_name` is empty where a password alone opens the office."""
        profile, place = setup.profile, setup.key_place
        values = (
            profile.get("office_name", ""),
            profile.get("facility_code") or profile.get("business_number", ""),
            "혼자" if setup.alone else "둘 이상",
            setup.login,
            "비밀번호와 이 PC" if store_name else "비밀번호만으로 열기",
            place[0] if place else "나중에 정함 (아직 보호 안 됨)",
        )
        for pair, value in zip(self.pairs, values, strict=True):
            pair.say(value)

    def wait(self, *, on: bool) -> None:
        """Show how far the making is instead of the choice, or the choice again."""
        self.lead = _MAKING if on else StartStep.lead
        self._asked.setVisible(not on)
        self.progress.setVisible(on)
        self.tell(0, len(_STAGES))

    @Slot(int, int)
    def tell(self, done: int, total: int) -> None:
        """Show how far the making is."""
        self.progress.say(_STAGES[min(done, len(_STAGES) - 1)], done, total)


def create(offices: Founding, setup: Setup, reporter: Reporter) -> object:
    """Make the office beside the screen; return it open."""
    reporter.step(0, len(_STAGES))
    office = offices.create(setup)
    reporter.step(len(_STAGES), len(_STAGES))
    return office
