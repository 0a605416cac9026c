"""Above the fields of a form: half-typed work came back or is gone, or others saved meanwhile."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.widgets import Banner, Kit, column
from easycare_desktop.ui.wording.drafts import EMPTIED, EMPTIED_MORE


class TypingBanners(QWidget):
    """Three banners, of which one is shown or none; `name` is that of a conflict."""

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.restored = kit.banner(
            "info", "임시 보관한 내용을 불러왔습니다.", "이어서 적고 저장하면 됩니다."
        )
        self.conflict = kit.banner("danger", "")
        self.conflict.setObjectName(name)
        self.emptied = kit.banner("warn", EMPTIED, *EMPTIED_MORE)
        self.setLayout(column(self.restored, self.conflict, self.emptied, gap=0))
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        for each in (self.restored, self.conflict, self.emptied):
            each.hide()
        self.hide()

    def begin(self, *, kept: bool, emptied: bool) -> None:
        """Say that half-typed work came back, or that a destruction took it; or nothing."""
        self.clear()
        if kept or emptied:
            self._show(self.restored if kept else self.emptied)

    def show_overtaken(self, now: Sequence[str]) -> None:
        """Say that something was saved after the half-typed work was kept."""
        then = "적으신 대로 저장하려면 저장하기를 누릅니다."
        self._say("임시 보관한 뒤에 저장된 값이 바뀌었습니다.", now, then)

    def show_conflict(self, now: Sequence[str]) -> None:
        """Say that somebody else saved in between; `now` is what is stored."""
        then = "적으신 대로 저장하려면 저장하기를 한 번 더 누릅니다."
        self._say("그 사이에 다른 분이 먼저 고쳤습니다.", now, then)

    def _say(self, what: str, now: Sequence[str], then: str) -> None:
        stored = (
            f"지금 저장된 값: {', '.join(now)}"
            if now
            else "바뀐 칸에는 지금 저장된 값이 들어 있습니다."
        )
        self.conflict.say("danger" if now else "info", what, stored, then)
        self._show(self.conflict)

    def _show(self, banner: Banner) -> None:
        self.clear()
        banner.show()
        self.show()
