"""Beside a scan that comes in: where it belongs, and what is blacked out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from easycare_desktop.ui.widgets import Kit, column, holder, line, row

_WHOSE = "그 자료와 함께 보관하고 함께 파기합니다."
_LAW = "주민등록번호 뒷자리가 보이면 꼭 가려 주세요. 동의가 있어도 보관할 수 없습니다."
_HOW = (
    "마우스로 끌면 검은 네모가 생깁니다. 화살표로 옮기고, Shift와 화살표로 크기를 바꿉니다. "
    "Space는 다음 네모입니다."
)
_GONE = "가린 곳의 글자와 그림은 저장하기 전에 없앱니다. 저장한 뒤에는 되돌릴 수 없습니다."


class ScanSide(QFrame):
    """`add`, `drop` and `undo` are pressed, `earlier` and `later` turn the page.

    `place` tells the holding.
    """

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "side")
        empty: list[tuple[int, str]] = []
        self.place = kit.field("무엇의 서류인가요?", kit.combo(empty), _WHOSE, required=True)
        self.place.control.setObjectName("scan.place")
        self.add = kit.button("네모 추가하기", "secondary", "square", key="Ins")
        self.add.setObjectName("scan.add_box")
        self.drop = kit.button("지우기", "secondary", "trash-2")
        self.drop.setObjectName("scan.drop_box")
        self.undo = kit.button("되돌리기", "secondary", "undo-2", key="Ctrl+Z")
        self.undo.setObjectName("scan.undo")
        self.earlier = kit.button("", "secondary", "arrow-left", fit="row", name="이전 쪽")
        self.later = kit.button("", "secondary", "arrow-right", fit="row", name="다음 쪽")
        self.page = kit.text("", "strong")
        self.pages = holder(row(self.earlier, self.page, self.later, None))
        self.pages.hide()
        self.count = kit.text("", "strong", wrap=True)
        self.count.setObjectName("scan.count")
        self.setLayout(
            column(
                self.place,
                self.pages,
                line(),
                kit.text("가리기", "lead"),
                kit.text(_LAW, wrap=True),
                self.count,
                row(self.add, None),
                row(self.drop, None),
                row(self.undo, None),
                kit.text(_HOW, "caption", wrap=True),
                kit.text(_GONE, "caption", wrap=True),
                None,
                margins=(18, 16, 18, 16),
                gap=10,
            )
        )

    def show_places(self, places: Sequence[tuple[int, str]]) -> None:
        """Offer the holdings that a scan can be put to."""
        self.place.control.fill(places)

    def show_page(self, page: int, pages: int) -> None:
        """Say which page (from 0) of how many is in front."""
        self.pages.setVisible(pages > 1)
        self.page.setText(f"{page + 1} / {pages}쪽")
        self.earlier.setEnabled(page > 0)
        self.later.setEnabled(page + 1 < pages)

    def show_boxes(self, count: int, *, chosen: bool, can_undo: bool) -> None:
        """Say how many boxes there are, and what can be done."""
        self.count.setText(f"가린 곳 {count}곳" if count else "가린 곳이 없습니다.")
        self.drop.setEnabled(chosen)
        self.undo.setEnabled(can_undo)
