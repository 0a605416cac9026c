"""Whether both chains hold: the access log, and the ledger inside the key file."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.services.access_log import LogCheck
from easycare_desktop.services.ledger import LedgerCheck
from easycare_desktop.ui.widgets import Kit, column

_HEAD = 12


class CheckBanner(QWidget):
    """Hidden until the chains were walked. The heads stand also on the printed list."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.setObjectName("review.result")
        self.banner = kit.banner("info", "")
        self.setLayout(column(self.banner, gap=0))
        self.hide()

    def show_checks(self, log: LogCheck, ledger: LedgerCheck) -> None:
        """Say how both stand."""
        whole = log.first_broken is None and ledger.first_broken is None
        lines = (
            _line("접속기록", log.lines, log.head.hex(), log.first_broken),
            _line("파기 기록", ledger.entries, ledger.head, ledger.first_broken),
        )
        if whole:
            self.banner.say("ok", "두 기록 모두 빠짐없이 이어집니다.", *lines)
        else:
            self.banner.say("danger", "기록이 맞지 않습니다. 고치지 마시고 알려 주세요.", *lines)
        self.show()


def _line(name: str, count: int, head: str, broken: int | None) -> str:
    if broken is not None:
        return f"{name}: {broken}번째 줄부터 맞지 않습니다."
    return f"{name} {count}줄 · 끝 줄 확인값 {head[:_HEAD]}" if head else f"{name} {count}줄"
