"""The alarm for data whose key is gone without a destruction: what it is, and what to do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.services.missing_keys import MissingKey
from easycare_desktop.ui.widgets import Kit, column

_MOST = 5


class Alarm(QWidget):
    """Hidden while every row has its key."""

    def __init__(self, kit: Kit, catalogue: Catalogue) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._catalogue = catalogue
        self.banner = kit.banner("danger", "")
        self.setLayout(column(self.banner))
        self.hide()

    def show_missing(self, missing: Sequence[MissingKey]) -> None:
        """Name what nothing opens: numbers and item groups."""
        self.setVisible(bool(missing))
        if not missing:
            return
        listed = [
            f"{each.person_number} {self._catalogue.group(each.group).label}" for each in missing
        ]
        rest = f" 외 {len(listed) - _MOST}건" if len(listed) > _MOST else ""
        self.banner.say(
            "danger",
            f"열쇠가 없는 자료가 {len(missing)}건 있습니다. 파기한 것이 아닙니다.",
            f"{', '.join(listed[:_MOST])}{rest}",
            "지우지 마시고, 보관처 USB를 꽂은 뒤 사무실을 다시 열어 주세요.",
            "그래도 남으면 오류 번호 KP-150을 알려 주세요.",
        )
