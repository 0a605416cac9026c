"""On the card of somebody who died or left the job while the end itself is not recorded yet."""

from datetime import date

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import EndingReason, PersonState
from easycare_desktop.services.people import PersonCard
from easycare_desktop.ui.widgets import Kit, column


class EndBar(QWidget):
    """Button `ending`; nothing is shown where no such day is on record."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.ending = kit.button("급여 종료", "secondary", fit="row", writes=True)
        self.ending.setObjectName("people.end_now")
        self.banner = kit.banner("warn", "", action=self.ending)
        self.setLayout(column(self.banner, margins=(0, 6, 0, 2)))
        self.hide()

    def show_card(self, card: PersonCard, today: date) -> None:
        """Show what is on record of one person."""
        end = card.known_end
        shown = end.on is not None and card.person.state is PersonState.ACTIVE
        if shown and end.on is not None:
            died = end.reason is EndingReason.DEATH
            say = _died if died else _left
            self.banner.say("warn", *say(end.on, today))
            self.ending.say("급여 종료" if died else "퇴사 처리")
        self.setVisible(shown)


def _died(on: date, _today: date) -> tuple[str, str]:
    told = "우편 라벨과 챙길 것에서 뺐습니다. 급여 종료는 아직 처리하지 않았습니다."
    return f"{on:%Y-%m-%d}에 돌아가셨습니다.", told


def _left(on: date, today: date) -> tuple[str, str]:
    told = "퇴사를 처리해야 보유기간을 세기 시작하고 계정도 함께 닫습니다."
    return f"{on:%Y-%m-%d}에 {'퇴사합니다' if on >= today else '퇴사했습니다'}.", told
