"""One entry of a register: written for the first time, or corrected with a reason."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.registers import RegisterItem, RegisterKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people_writing import ValuesRefusedError
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.office_form import OfficeForm
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, hide_unless, holder
from easycare_desktop.ui.wording.labels import label


class ItemDialog(HouseDialog):
    """`saved()` when it is stored."""

    saved = Signal()

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        kind: RegisterKind,
        item: RegisterItem | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = f"{label(kind)} {item.number if item else '새로 적기'}"
        super().__init__(kit.appearance, title, parent, width=760)
        self.setObjectName("register_item")
        self._services, self._messages = services, messages
        self._kind, self._item = kind, item
        office = services.office
        group = office.catalogue.group(kind.group, PersonKind.OFFICE)
        self.form = OfficeForm(group, kit, office.today, office.words, page="register")
        self.reason = kit.field("고치는 사유", kit.line_edit(), "예: 캐비닛을 옮김", required=True)
        self.reason.control.setObjectName("register.reason")
        hide_unless(self.reason, item is not None)
        self.form.put(item.values if item else {})
        self._build(kit, title)

    def _build(self, kit: Kit, title: str) -> None:
        self.cancel = kit.button("취소", key="Esc")
        self.save = kit.button("저장하기", "primary", "save", key="F4")
        self.save.setObjectName("register.save")
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        body = column(
            kit.text(title, "title"),
            self.form,
            self.reason,
            None,
            margins=(28, 24, 28, 18),
            gap=12,
        )
        first = next(iter(self.form.edits.values())).field.control
        self.assemble(holder(body), kit.foot(self.save, others=[self.cancel]), first)

    @Slot()
    def _save(self) -> None:
        values = self.form.clean()
        reason = self.reason.control.text().strip()
        missing = self._item is not None and not reason
        self.reason.set_error("왜 고치는지 한 줄로 적어 주세요." if missing else "")
        if values is None or missing:
            return
        registers = self._services.registers
        try:
            if self._item is None:
                registers.add(self._kind, values)
            else:
                registers.change(self._item.id, values, reason)
        except ValuesRefusedError as refused:
            self.form.complain({code: each for (_, code), each in refused.errors.items()})
            return
        except Refusal as refusal:
            tell(self._messages, "저장하지 못했습니다", refusal)
            return
        self.accept()
        self.saved.emit()
