"""The second step: which column of the list is which field of the program."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.importing import FieldRef, Layout, Meaning, Special
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.ui.parts.lists.words import ListWords
from easycare_desktop.ui.widgets import Combo, Kit, column, frame, grid, row
from easycare_desktop.ui.wording.labels import label

_UNREAD = "읽지 않음"
_HIDDEN = "(숨긴 칸)"
_ASIDE = f"{_HIDDEN}은 엑셀에서 숨겨 둔 칸입니다."
_RESIDENT = "주민등록번호 (생년월일·성별만 읽고 번호는 버림)"
_STATUS = "상태 (종료·퇴사한 분만 알아보고 버림)"
_BACK = "주민등록번호 뒷자리 (읽지 않고 버림)"
_EXAMPLES = 2
_WITH_STATUS = (PersonKind.RECIPIENT, PersonKind.STAFF)
_SPECIAL = {Special.RESIDENT_NUMBER: _RESIDENT, Special.RESIDENT_BACK: _BACK}
_HEADING = "제목이 있는 줄"
_GUESSED = (
    "제목을 알아보지 못했습니다.",
    "아래에서 제목이 있는 줄을 확인하고, 칸마다 무엇인지 골라 주세요. 가져오고 나면 기억합니다.",
)


class ColumnsStep(QWidget):
    """`changed()` when somebody gave a column another meaning; `heading_chosen(place)`."""

    changed = Signal()
    heading_chosen = Signal(object)

    def __init__(self, kit: Kit, words: ListWords) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._words = kit, words
        self._layout: Layout | None = None
        self.combos: tuple[Combo[str], ...] = ()
        self._told = kit.text("", wrap=True)
        self._told.setObjectName("lists.columns.told")
        self.guessed = kit.banner("warn", *_GUESSED)
        self.instead = kit.banner("warn", "")
        self.instead.setObjectName("lists.instead")
        self.heading: Combo[int] = kit.combo([(0, "")])
        self.heading.setObjectName("lists.heading")
        self.heading.setAccessibleName(_HEADING)
        self.heading.chosen.connect(self.heading_chosen)
        self._place = column(gap=0)
        self._card: QWidget | None = None
        where = row(kit.text(_HEADING, "strong"), self.heading, gap=14)
        where.setStretch(1, 1)
        self.setLayout(
            column(self.instead, self.guessed, where, self._told, self._place, None, gap=12)
        )

    def show_layout(
        self,
        layout: Layout,
        samples: Sequence[Sequence[str]],
        fields: Sequence[FieldRef],
        rows: Sequence[tuple[int, str]],
    ) -> None:
        """Show every column with what stands under it and what it means.

        `rows`: those that may hold the headings, by place.
        """
        self._layout = layout
        self.guessed.setVisible(layout.guessed)
        if layout.instead is not None:
            self.instead.say("warn", *_instead(layout.kind, layout.instead))
        self.instead.setVisible(layout.instead is not None)
        self.heading.fill(rows, layout.heading)
        self._told.setText(_told(layout))
        self._told.setVisible(not layout.guessed)
        choices = [("", _UNREAD)]
        choices += [(each.value, words) for each, words in _SPECIAL.items()]
        choices += [(Special.STATUS.value, _STATUS)] if layout.kind in _WITH_STATUS else []
        choices += [(ref.code, self._words.choice(ref)) for ref in fields]
        if self._card is not None:
            self._place.removeWidget(self._card)
            self._card.deleteLater()
        self._card = self._columns(layout, samples, choices)
        self._place.addWidget(self._card)

    def layout_now(self) -> Layout | None:
        """Return the layout as it is chosen now; of a field taken twice the first column counts."""
        if self._layout is None:
            return None
        taken: set[str] = set()
        meanings: list[Meaning] = []
        for combo in self.combos:
            code = combo.value() or ""
            meanings.append(self._meaning(code) if code not in taken else None)
            if code and code != Special.RESIDENT_BACK.value:
                taken.add(code)
        return replace(self._layout, meanings=tuple(meanings))

    def _meaning(self, code: str) -> Meaning:
        if not code or self._layout is None:
            return None
        special = next((each for each in Special if each.value == code), None)
        if special is not None:
            return special
        return FieldRef.of(code, self._layout.kind)

    def _columns(
        self,
        layout: Layout,
        samples: Sequence[Sequence[str]],
        choices: Sequence[tuple[str, str]],
    ) -> QWidget:
        kit = self._kit
        box = grid(gap_x=20, gap_y=8, margins=(20, 16, 20, 16))
        for place, words in enumerate(("목록의 칸, 적혀 있는 것", "프로그램의 칸")):
            box.addWidget(kit.text(words, "caption"), 0, place)
        combos: list[Combo[str]] = []
        for number, (title, meaning) in enumerate(
            zip(layout.titles, layout.meanings, strict=True), start=1
        ):
            combo = kit.combo(choices, _code(meaning))
            combo.setObjectName(f"lists.column.{number}")
            name = title or f"{number}번째 칸"
            combo.setAccessibleName(f"{name} 칸의 뜻" if title else f"{name}의 뜻")
            combo.chosen.connect(self._changed)
            shown = ", ".join(samples[number - 1][:_EXAMPLES])
            aside = f" {_HIDDEN}" if number - 1 in layout.hidden else ""
            named = kit.text(f"{name}{aside}", "strong", wrap=True)
            below = kit.text(shown or "빈칸", "caption", wrap=True)
            box.addLayout(column(named, below, gap=0), number, 0)
            box.addWidget(combo, number, 1)
            combos.append(combo)
        for place, share in enumerate((3, 5)):
            box.setColumnStretch(place, share)
        self.combos = tuple(combos)
        return frame("card", box)

    @Slot(object)
    def _changed(self, _code: object) -> None:
        self.changed.emit()


def _told(layout: Layout) -> str:
    read = sum(each is not None for each in layout.meanings)
    how = "지난번처럼" if layout.remembered else "제목을 보고"
    said = f"{how} {len(layout.titles)}칸 가운데 {read}칸을 맞추었습니다. 다르면 골라서 바꾸세요."
    said = said if read else "칸마다 무엇인지 골라 주세요."
    return f"{said} {_ASIDE}" if layout.hidden else said


def _instead(kind: PersonKind, instead: PersonKind) -> tuple[str, str]:
    """Say whose list it rather seems to be, and what to do then."""
    what = f"{label(kind)} 목록이 아니라 {label(instead)} 목록으로 보입니다."
    now = f"그렇다면 「이전」을 누르고, 「{label(instead)}」 쪽을 고른 뒤 파일을 다시 골라 주세요."
    return what, now


def _code(meaning: Meaning) -> str:
    if isinstance(meaning, FieldRef):
        return meaning.code
    return meaning.value if meaning is not None else ""
