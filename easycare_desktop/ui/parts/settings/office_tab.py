"""기관 정보, 업무 프로그램: what papers say of the office; an officer corrects it."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.catalogue import FieldKind, ItemField
from easycare_desktop.domain.holdings import HoldingChangedMeanwhileError
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office_profile import OfficeValues
from easycare_desktop.services.people_writing import ValuesRefusedError
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.settings.office_parts import OfficePart
from easycare_desktop.ui.parts.settings.office_typing import OfficeTyping
from easycare_desktop.ui.parts.shared.drafts import DROPPING, DraftKeeper
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.parts.shared.typing_banners import TypingBanners
from easycare_desktop.ui.widgets import Kit, Pair, card, column, frame, row

_CODE = "facility_code"
_CODE_HINT = "바꿔도 사무실을 여는 시설코드는 그대로입니다."
_WHY = "사유는 고친 기록에 남습니다. 예: 사무실 이사"


class OfficeTab(QWidget):
    """Fields for an officer, values to read for everybody else; `foot` belongs below the page."""

    def __init__(
        self,
        part: OfficePart,
        services: Services,
        kit: Kit,
        messages: Messages,
        background: Background,
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._part = part
        self._services, self._messages, self._background = services, messages, background
        self._group = services.office.catalogue.group(part.group, PersonKind.OFFICE)
        self._dirty = self._filling = False
        self._sent: dict[str, str] = {}
        self._sent_reason = ""
        self.edits: dict[str, FieldEdit] = {}
        self._typing = OfficeTyping(self.edits)
        self.pairs: dict[str, Pair] = {}
        self._keeper = DraftKeeper(services.drafts, part.window, self._typing.half_typed)
        self._keeper.setParent(self)
        self.foot = frame("foot")
        if services.office.actor.may(Right.RULES):
            self._build_fields(kit)
        else:
            self._build_pairs(kit)

    def _build_fields(self, kit: Kit) -> None:
        form = kit.form(3)
        for item in self._group.fields:
            edit = self._edit(kit, item)
            self.edits[item.code] = edit
            form.add(edit.field, span=3 if item.kind is FieldKind.LONG_TEXT else 1)
        if _CODE in self.edits:
            self.edits[_CODE].field.set_hint(_CODE_HINT)
        self.reason = kit.field("고치는 사유", kit.line_edit(submits=True), _WHY, required=True)
        self.reason.control.setObjectName(f"{self._part.window}_reason")
        self.reason.control.submitted.connect(self.save_now)
        self.save = kit.button("저장하기", "primary", "save", key="F4")
        self.save.setObjectName(f"{self._part.window}_save")
        self.save.clicked.connect(self.save_now)
        self.again = kit.button("처음부터 다시")
        self.again.setObjectName(f"{self._part.window}_again")
        self.again.clicked.connect(self._start_again)
        self.again.hide()
        self.banners = TypingBanners(kit, f"{self._part.window}_conflict")
        ways = row(margins=(24, 8, 24, 8), gap=24)
        ways.addWidget(self.reason, 1)
        ways.addStretch(0)
        for press in (self.again, self.save):
            ways.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        self.foot.setLayout(ways)
        told = self._part.told
        above = [kit.text(told, "leadtext", wrap=True)] if told else []
        self.setLayout(column(*above, self.banners, card(form), None, gap=10))

    def _build_pairs(self, kit: Kit) -> None:
        form = kit.form(3)
        self.pairs = {item.code: kit.pair(item.label) for item in self._group.fields}
        form.add(*self.pairs.values())
        self.setLayout(column(kit.banner("info", self._part.about), card(form), None, gap=16))

    def _edit(self, kit: Kit, item: ItemField) -> FieldEdit:
        edit = FieldEdit(item, kit, self._services.people.read, self._services.office.today, self)
        edit.field.control.setObjectName(f"{self._part.window}.{item.code}")
        edit.edited.connect(self._touch)
        return edit

    def refresh(self) -> None:
        """Read what is stored, unless something is being changed here."""
        if not self._dirty:
            work = partial(self._services.profile.open, self._part.group)
            self._background.run(work, self._show, self._failed)

    def _show(self, stored: OfficeValues) -> None:
        for code, pair in self.pairs.items():
            pair.say(self._words(code, stored.values.get(code, "")))
        if not self.edits or self._dirty:
            return
        kept = self._keeper.begin(0)
        self._filling, self._dirty = True, bool(kept)
        self._typing.begin(stored, kept)
        self.banners.begin(kept=bool(kept), emptied=self._keeper.emptied)
        if kept and self._typing.version != stored.version:
            self.banners.show_overtaken(self._typing.catch_up(stored))
        self._filling = False
        self.again.setVisible(bool(kept))
        self.reason.setVisible(bool(stored.values))

    def _words(self, code: str, value: str) -> str:
        choices = dict(self._group.field(code).choices)
        return choices.get(value, value) or "적지 않음"

    @Slot()
    def _touch(self) -> None:
        if not self._filling:
            self._dirty = True
            self._keeper.touch()

    @Slot()
    def save_now(self) -> None:
        """저장하기."""
        if not self.save.isEnabled():
            return
        typed, before = self._typing.typed(), self._typing.before
        reason = self.reason.control.text().strip()
        if typed == dict(before):
            self._messages.toast("바뀐 것이 없습니다.")
            return
        wanted = bool(before) and not reason
        self.reason.set_error("왜 고치는지 한 줄로 적어 주세요." if wanted else "")
        if wanted:
            self.reason.control.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.save.setEnabled(False)
        group, version = self._part.group, self._typing.version
        self._sent, self._sent_reason = typed, reason
        work = partial(_save, self._services, typed, reason, group, version)
        self._background.run(work, self._saved, self._failed)

    def _saved(self, stored: OfficeValues) -> None:
        """Show what was stored, except where somebody has typed on meanwhile."""
        self.save.setEnabled(True)
        self._messages.toast(self._part.saved)
        if self.reason.control.live_text().strip() == self._sent_reason:
            self.reason.control.setText("")
        if not self._typing.typed_since(self._sent, stored):
            self._keeper.drop()
            self._dirty = False
            self._show(stored)
            return
        self._filling = True
        self._typing.settle(self._sent, stored)
        self._filling = False
        self.banners.clear()
        self.reason.setVisible(bool(stored.values))
        self.again.show()
        self._keeper.touch()

    @Slot()
    def _start_again(self) -> None:
        if not self._messages.confirm(DROPPING):
            return
        self._keeper.drop()
        self._keeper.begin(0)
        self._dirty = False
        self.reason.control.setText("")
        self.refresh()

    def _meet(self, stored: OfficeValues) -> None:
        """Show what somebody else has saved meanwhile beside what is typed here."""
        self.save.setEnabled(True)
        if stored.values == self._typing.before:
            self._typing.version = stored.version
            self.save_now()
            return
        self._filling = True
        self.banners.show_conflict(self._typing.catch_up(stored))
        self._filling = False
        self.again.show()
        self._keeper.touch()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HoldingChangedMeanwhileError):
            work = partial(self._services.profile.open, self._part.group)
            self._background.run(work, self._meet, self._failed)
            return
        if self.edits:
            self.save.setEnabled(True)
        if not isinstance(error, ValuesRefusedError):
            tell_error(self._messages, self._part.not_saved, error)
            return
        wrong = [self.edits[code] for (_, code) in error.errors]
        for (_, code), refusal in error.errors.items():
            self.edits[code].complain(refusal)
        first = min(wrong, key=list(self.edits.values()).index)
        first.field.control.setFocus(Qt.FocusReason.TabFocusReason)


def _save(
    services: Services, typed: dict[str, str], reason: str, group: str, version: int
) -> OfficeValues:
    services.profile.save(typed, reason, group, version)
    return services.profile.open(group)
