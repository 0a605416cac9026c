"""이 PC에 저장된 것: whether login words are kept, what is kept, and deleting it at once."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.system.settings import Remember
from easycare_desktop.system.settings_file import StoredItem
from easycare_desktop.ui.parts.settings.places import breakable
from easycare_desktop.ui.parts.shared.own_settings import OwnSettings
from easycare_desktop.ui.parts.shared.remember_words import ASKED, CHOICES, LEFT_OUT
from easycare_desktop.ui.widgets import Kit, card, column, row

_SHARED = "여럿이 쓰는 PC라서 저장하지 않습니다."
_NAMES = {"office": "시설코드", "login": "아이디"}
_NOTHING = "저장된 것이 없습니다."
_NOT_KEPT = "저장하지 않음"


class KeptTab(QWidget):
    """Every change is made on disk at once; there is nothing to save."""

    def __init__(self, own: OwnSettings, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._own = own
        self._build(kit)
        self.choice.chosen.connect(self._choose)
        self.shared.toggled.connect(self._share)
        self.forget.clicked.connect(own.forget_all)
        own.changed.connect(self.show_now)
        self.show_now()

    def _build(self, kit: Kit) -> None:
        self.choice = kit.choice(CHOICES, self._own.now.remembers)
        self.choice.setObjectName("settings.remember")
        self.field = kit.field(ASKED, self.choice)
        self.shared = kit.check("여럿이 쓰는 PC입니다", checked=self._own.now.shared_pc)
        self.shared.setObjectName("settings.shared")
        hint = "켜면 아무것도 저장하지 않고, 저장된 것은 바로 지웁니다."
        ask = card(self.field, column(self.shared, kit.text(hint, "caption", wrap=True), gap=0))
        self.pairs = {code: kit.pair(name) for code, name in _NAMES.items()}
        self.place = kit.pair("저장된 곳")
        self.nothing = kit.text(_NOTHING)
        self.forget = kit.button("지금 지우기", "secondary", "trash-2")
        self.forget.setObjectName("settings.forget")
        kept = card(
            kit.text("지금 저장된 것", "lead"),
            self.nothing,
            *self.pairs.values(),
            self.place,
            row(self.forget, None),
        )
        self.setLayout(column(ask, kept, None, gap=16))

    @Slot()
    def show_now(self) -> None:
        """Show what is chosen and what is kept."""
        now, stored = self._own.now, self._own.stored
        self.choice.choose(now.remembers)
        self.choice.setEnabled(not now.shared_pc)
        self.shared.setChecked(now.shared_pc)
        self.field.set_hint(_SHARED if now.shared_pc else LEFT_OUT)
        self._show_stored(stored)

    def _show_stored(self, stored: Sequence[StoredItem]) -> None:
        values = {item.code: item.value for item in stored}
        for code, pair in self.pairs.items():
            pair.say(values.get(code, _NOT_KEPT))
            pair.setVisible(bool(stored))
        self.place.say(breakable(stored[0].place) if stored else "")
        self.place.setVisible(bool(stored))
        self.forget.setVisible(bool(stored))
        self.nothing.setVisible(not stored)

    @Slot(object)
    def _choose(self, remember: Remember) -> None:
        if remember is not self._own.now.remembers:
            self._own.choose_remember(remember)

    @Slot(bool)
    def _share(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on is not self._own.now.shared_pc:
            self._own.share_pc(shared=on)
