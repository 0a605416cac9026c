"""Where the office lies, how it is locked, what the sheet of paper is, and what places do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.services.office import OfficeInfo
from easycare_desktop.ui.widgets import Kit, beside, card, column, hide_unless, holder, row
from easycare_desktop.ui.wording.places import breakable, old_sheet_words

_GUARDED = (
    ("check", "ok_text", "열쇠 파일이 깨져도 보관처의 열쇠로 다시 엽니다."),
    ("check", "ok_text", "주운 사람은 비밀번호나 비상 열쇠 종이 없이는 못 엽니다."),
    ("x", "danger_text", "자료는 들어 있지 않습니다. 자료는 「백업」에 따로 둡니다."),
    ("x", "danger_text", "갱신하지 않은 보관처에는 없앤 열쇠가 남아 있습니다."),
)


def guards_card(kit: Kit) -> QFrame:
    """Return what the places protect against, and what not."""
    lines: list[QWidget] = []
    for icon, colour, words in _GUARDED:
        picture = kit.picture(icon, colour)
        box = row(beside(picture), gap=10)
        box.addWidget(kit.text(words, wrap=True), 1)
        lines.append(holder(box))
    return card(kit.text("보관처가 지켜 주는 것", "lead"), column(*lines, gap=8), gap=10)


def office_card(kit: Kit, info: OfficeInfo, generation: int) -> QFrame:
    """Return where the office lies and what locks it."""
    store = f"비밀번호와 이 PC의 열쇠 저장소 ({info.store_name})"
    note = "" if info.store_name else "이 PC에는 열쇠 저장소가 없습니다."
    lock = store if info.store_name else "비밀번호만"
    return card(
        kit.text("이 사무실의 자료", "lead"),
        kit.pair("자료가 있는 곳", breakable(info.folder)),
        kit.pair("잠그는 방법", lock, note),
        kit.pair(
            "지금 열쇠",
            f"제{generation}세대",
            "파기할 때마다 새 세대로 바뀝니다. 파기확인서에도 세대가 적힙니다.",
        ),
        gap=10,
    )


class SheetCard(QFrame):
    """The recovery sheet: its number, what it is for, and 「새 종이 만들기」."""

    def __init__(self, kit: Kit, *, may_change: bool) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setObjectName("keys.sheet")
        self.number = kit.pair("지금 쓰는 종이")
        self.renew = kit.button("새 종이 만들기", "secondary", "rotate-cw", writes=True)
        self.renew.setObjectName("keys.renew_sheet")
        hide_unless(self.renew, may_change)
        self.setLayout(
            column(
                kit.text("비상 열쇠 종이", "lead"),
                kit.text("비밀번호를 모두 잊었을 때 사무실을 여는 종이입니다.", wrap=True),
                self.number,
                row(self.renew, None),
                margins=(20, 16, 20, 16),
                gap=10,
            )
        )

    def show_number(self, number: int, openings: int = 0, old: Sequence[str] = ()) -> None:
        """Show the number of the sheet that opens the office, and whether it was used.

        `old`: labels of the places that an older sheet still opens.
        """
        note = "번호가 다른 종이로는 열 수 없습니다. 아직 쓴 적이 없습니다."
        if old:
            note = old_sheet_words(old)
        if openings:
            note = f"이 종이로 {openings}번 열었습니다. 새 종이로 바꿔 주세요."
        self.number.say(f"제{number}호", note)
