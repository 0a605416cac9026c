"""엑셀로 내보내기: chosen fields of chosen people leave in a file that a password opens."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.exporting import Exported, ExportOrder, first_fields
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.outgoing.field_ticks import FieldTicks
from easycare_desktop.ui.parts.outgoing.order_card import OrderCard
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_TITLE = "엑셀로 내보내기"
_SIDE = 400
_FIRST_GUARDIAN = "첫째 보호자"


class ExportPage(QWidget):
    """`left()` goes back to the people."""

    left = Signal()

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._messages, self._background = services, messages, background
        self._listed: tuple[int, ...] = ()
        self._shown: PersonKind | None = None
        self._going: frozenset[int] | None = None
        kinds = [kind for kind in services.people.kinds() if kind is not PersonKind.OFFICE]
        self.ticks = FieldTicks(kit)
        self.order = OrderCard(kit, kinds, services.exports.check_password)
        self._build(kit)
        self.order.changed.connect(self._say)
        self.ticks.changed.connect(self._say)
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.left)
        self._say()

    def _build(self, kit: Kit) -> None:
        self.setProperty("part", "page")
        self.back = kit.button("기초자료로", "secondary", "arrow-left", key="Esc")
        self.back.setObjectName("export.back")
        self.save = kit.button("내보내기", "primary", "download", key="F4")
        self.save.setObjectName("export.save")
        self.foot = kit.foot(self.save)
        head = holder(column(kit.page_head(_TITLE, "", self.back), margins=(24, 14, 24, 10)))
        halves = kit.split(self.order, self.ticks, first=_SIDE)
        body = kit.scroll(holder(column(halves, None, margins=(24, 4, 24, 14))))
        page = column(head, body, self.foot, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.order.kinds)

    def show_subject(self, subject: object) -> None:
        """Take the ids of the people that stand in the list."""
        self._listed = tuple(subject) if isinstance(subject, tuple) else ()
        lines = map(self._services.search.line, self._listed)
        kinds = {line.person.kind for line in lines if line is not None}
        if len(kinds) == 1:
            self.order.kinds.choose(kinds.pop())
        self.order.listed.setChecked(bool(self._listed))
        self._say()

    def refresh(self) -> None:
        """Count again who is here, and look who may go out."""
        self._say()
        self._background.run(self._services.exports.going, self._count)

    def _count(self, going: frozenset[int]) -> None:
        self._going = going
        self._say()

    def _kind(self) -> PersonKind:
        return self.order.kinds.value() or PersonKind.RECIPIENT

    def _people(self) -> tuple[int, ...]:
        every = [line.id for line in self._services.search.find("", (self._kind(),))]
        if not self.order.listed_only:
            return tuple(every)
        wanted = set(self._listed)
        return tuple(each for each in every if each in wanted)

    @Slot()
    def _say(self) -> None:
        """Offer the fields of the kind, and say in one line what would go out."""
        kind = self._kind()
        if kind is not self._shown:
            self._shown = kind
            self._offer(kind)
        every = [line.id for line in self._services.search.find("", (kind,))]
        self.order.show_counts(len(set(every) & set(self._listed)), len(every))
        chosen, fields = self._people(), len(self.ticks.chosen)
        people = sum(self._going is None or each in self._going for each in chosen)
        stays = len(chosen) - people
        less = f" 이용 중이 아니거나 정정 중인 {stays:,}명은 빠집니다." if stays else ""
        said = f"{label(kind)} {people:,}명 · {fields}항목.{less} 파일은 암호로 잠급니다."
        self.foot.say(said if fields else "내보낼 항목을 하나 이상 고르세요.")
        self.save.setEnabled(bool(people and fields))

    def _offer(self, kind: PersonKind) -> None:
        exports, catalogue = self._services.exports, self._services.office.catalogue
        groups = [(kind, group, group.label) for group in exports.groups(kind)]
        if kind is PersonKind.RECIPIENT:
            guardian = PersonKind.GUARDIAN
            groups += [(guardian, g, _FIRST_GUARDIAN) for g in exports.groups(guardian)[:1]]
        ticked = first_fields(catalogue, kind)
        if kind is PersonKind.GUARDIAN:
            recipient = PersonKind.RECIPIENT
            groups.insert(1, (recipient, exports.groups(recipient)[0], label(recipient)))
            ticked += first_fields(catalogue, recipient)
        self.ticks.show_groups(groups, ticked)

    @Slot()
    def _save(self) -> None:
        if not self.order.leaving.check():
            return
        kind, leaving = self._kind(), self.order.leaving.leaving()
        day = self._services.office.today()
        suggested = f"{label(kind)} 목록 {day:%Y-%m-%d}.xlsx"
        path = self._messages.save_as(_TITLE, suggested, "Excel (*.xlsx)")
        if path is None:
            return
        order = ExportOrder(kind, self._people(), self.ticks.chosen, leaving)
        self.save.setEnabled(False)
        self.foot.say("내보내는 중입니다.")
        self._background.run(
            partial(self._services.exports.save, order, path), self._done, self._failed
        )

    def _done(self, done: Exported) -> None:
        self._messages.inform("내보냈습니다", *_told(done))
        self.order.leaving.forget()
        self._say()
        self.left.emit()

    def _failed(self, error: Exception) -> None:
        self._say()
        if not (isinstance(error, InputRefusal) and self.order.leaving.complain(error)):
            tell_error(self._messages, "내보내지 못했습니다", error)


def _told(done: Exported) -> Sequence[str]:
    """Return what has to be known of a list that went out."""
    lines = [f"{done.people:,}명의 목록을 암호로 잠가 저장했습니다."]
    if done.left_out:
        lines.append(f"이용 중이 아니거나 정정 중인 {done.left_out:,}명은 뺐습니다.")
    lines.append(f"바깥 사본 {done.number}로 적었습니다. 파기할 때 지웠는지 여쭙니다.")
    lines.append("다 쓴 파일은 지우고 「서류함·매체」에 적어 주세요.")
    return lines
