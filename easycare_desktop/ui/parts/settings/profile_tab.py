"""기관 정보: what papers say of the office; an officer corrects it, with the reason."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.domain.catalogue import FieldKind, ItemField
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Right
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office_profile import PROFILE
from easycare_desktop.services.people import ValuesRefusedError
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.drafts import DraftKeeper
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, Pair, card, column, frame, row

_WINDOW = "settings.profile"
_CODE = "facility_code"
_CODE_HINT = "바꿔도 사무실을 여는 시설코드는 그대로입니다."
_WHY = "까닭은 고친 기록에 남습니다. 예: 사무실 이사"
_OFFICER_ONLY = "기관 정보는 책임자가 고칩니다."
_NOT_SAVED = "기관 정보를 저장하지 못했습니다"


class ProfileTab(QWidget):
    """Fields for an officer, values to read for everybody else; `foot` belongs below the page."""

    def __init__(
        self, services: Services, kit: Kit, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._services, self._messages, self._background = services, messages, background
        self._group = services.office.catalogue.group(PROFILE, PersonKind.OFFICE)
        self._stored: Mapping[str, str] = {}
        self._dirty = self._filling = False
        self.edits: dict[str, FieldEdit] = {}
        self.pairs: dict[str, Pair] = {}
        self._keeper = DraftKeeper(services.drafts, _WINDOW, self._half_typed)
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
        self.edits[_CODE].field.set_hint(_CODE_HINT)
        self.reason = kit.field("고치는 까닭", kit.line_edit(submits=True), _WHY, required=True)
        self.reason.control.setObjectName("settings.profile_reason")
        self.reason.control.submitted.connect(self.save_now)
        self.save = kit.button("저장하기", "primary", "save", key="F4")
        self.save.setObjectName("settings.profile_save")
        self.save.clicked.connect(self.save_now)
        ways = row(margins=(24, 8, 24, 8), gap=24)
        ways.addWidget(self.reason, 1)
        ways.addWidget(self.save, 0, Qt.AlignmentFlag.AlignVCenter)
        self.foot.setLayout(ways)
        self.setLayout(column(card(form), None))

    def _build_pairs(self, kit: Kit) -> None:
        form = kit.form(3)
        self.pairs = {item.code: kit.pair(item.label) for item in self._group.fields}
        form.add(*self.pairs.values())
        self.setLayout(column(kit.banner("info", _OFFICER_ONLY), card(form), None, gap=16))

    def _edit(self, kit: Kit, item: ItemField) -> FieldEdit:
        edit = FieldEdit(item, kit, self._services.people.read, self._services.office.today, self)
        edit.field.control.setObjectName(f"settings.profile.{item.code}")
        edit.edited.connect(self._touch)
        return edit

    def refresh(self) -> None:
        """Read what is stored, unless something is being changed here."""
        if not self._dirty:
            self._background.run(self._services.profile.read, self._show, self._failed)

    def _show(self, stored: Mapping[str, str]) -> None:
        self._stored = stored
        for code, pair in self.pairs.items():
            pair.say(self._words(code, stored.get(code, "")))
        if not self.edits:
            return
        kept = self._keeper.begin(0)
        self._filling, self._dirty = True, bool(kept)
        for code, edit in self.edits.items():
            edit.put(kept.get(code, "") if kept else stored.get(code, ""))
        self._filling = False

    def _words(self, code: str, value: str) -> str:
        choices = dict(self._group.field(code).choices)
        return choices.get(value, value) or "적지 않음"

    def _half_typed(self) -> dict[str, str]:
        return {code: text for code, edit in self.edits.items() if (text := edit.half_typed())}

    @Slot()
    def _touch(self) -> None:
        if not self._filling:
            self._dirty = True
            self._keeper.touch()

    @Slot()
    def save_now(self) -> None:
        """저장하기."""
        typed = {code: text for code, edit in self.edits.items() if (text := edit.text())}
        reason = self.reason.control.text().strip()
        if typed == dict(self._stored):
            self._messages.toast("바뀐 것이 없습니다.")
            return
        self.reason.set_error("" if reason else "왜 고치는지 한 줄로 적어 주세요.")
        if not reason:
            self.reason.control.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.save.setEnabled(False)
        work = partial(self._services.profile.save, typed, reason)
        self._background.run(work, self._saved, self._failed)

    def _saved(self, _done: None) -> None:
        self.save.setEnabled(True)
        self._keeper.drop()
        self._dirty = False
        self.reason.control.setText("")
        self._messages.toast("기관 정보를 저장했습니다.")
        self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()

    def _failed(self, error: Exception) -> None:
        if self.edits:
            self.save.setEnabled(True)
        if not isinstance(error, ValuesRefusedError):
            tell_error(self._messages, _NOT_SAVED, error)
            return
        wrong = [self.edits[code] for (_, code) in error.errors]
        for (_, code), refusal in error.errors.items():
            self.edits[code].complain(refusal)
        first = min(wrong, key=list(self.edits.values()).index)
        first.field.control.setFocus(Qt.FocusReason.TabFocusReason)
