"""What is done with the registers: the dialogs behind the buttons of the tab."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.registers import (
    Disposal,
    RegisterItem,
    RegisterKind,
    RegisterState,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.registers.disposal_dialog import DisposalDialog
from easycare_desktop.ui.parts.registers.item_dialog import ItemDialog
from easycare_desktop.ui.parts.registers.photos_dialog import PhotosDialog
from easycare_desktop.ui.parts.registers.register_tab import RegisterTab
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.widgets import Kit


class RegisterWork(QObject):
    """`changed()` after anything was stored; `paper_wanted(kind, subject)`."""

    changed = Signal()
    paper_wanted = Signal(str, object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._kit, self._services, self._messages = kit, services, messages
        self._background, self._window = background, window

    def listen(self, tab: RegisterTab) -> None:
        """Do what the buttons of a tab ask for."""
        tab.add_wanted.connect(self.add)
        tab.edit_wanted.connect(self.edit)
        tab.dispose_wanted.connect(self.dispose)
        tab.sell_wanted.connect(self.sell)
        tab.paper_wanted.connect(self.paper)
        tab.list_wanted.connect(self.print_list)
        tab.photos_wanted.connect(self.photos)

    @Slot(object)
    def add(self, kind: RegisterKind) -> None:
        """Enter something new."""
        self._open_item(kind, None)

    @Slot(object)
    def edit(self, item: RegisterItem) -> None:
        """Correct an entry."""
        self._open_item(item.kind, item)

    def _open_item(self, kind: RegisterKind, item: RegisterItem | None) -> None:
        dialog = ItemDialog(self._kit, self._services, self._messages, kind, item, self._window)
        dialog.saved.connect(self.changed)
        dialog.open()

    @Slot(object)
    def dispose(self, item: RegisterItem) -> None:
        """Record that entries were destroyed whole."""
        items = [
            each
            for each in self._services.registers.items()
            if each.kind is item.kind and each.state is RegisterState.IN_USE
        ]
        dialog = DisposalDialog(
            self._kit,
            self._services,
            self._messages,
            self._background,
            items,
            item.id,
            parent=self._window,
        )
        dialog.recorded.connect(self._recorded)
        dialog.open()

    @Slot(object)
    def sell(self, item: RegisterItem) -> None:
        """Record that a medium left the office."""
        question = Question(
            f"{item.number}: 매각·양도했다고 적을까요?",
            ("적으면 되돌릴 수 없습니다.", "개인정보가 있던 것은 먼저 파기해야 합니다."),
            yes="매각·양도로 적기",
            danger=True,
        )
        if not self._messages.confirm(question):
            return
        try:
            self._services.registers.sell(item.id)
        except Refusal as refusal:
            tell(self._messages, "적어 두지 못했습니다", refusal)
        self.changed.emit()

    @Slot(object)
    def photos(self, item: RegisterItem) -> None:
        """Show the photos of what was destroyed."""
        try:
            photos = self._services.registers.photos_of(item.id)
        except Refusal as refusal:
            tell(self._messages, "사진을 열지 못했습니다", refusal)
            return
        if not photos:
            self._messages.inform("사진 보기", f"{item.number}에 붙인 파기 사진이 없습니다.")
            return
        PhotosDialog(
            self._kit, self._messages, self._background, item.number, photos, self._window
        ).open()

    @Slot(object)
    def paper(self, item: RegisterItem) -> None:
        """Want the label of a box, or the certificate of what is gone."""
        if item.kind is RegisterKind.BOX and item.state is not RegisterState.DESTROYED:
            self.paper_wanted.emit("box_label", item.id)
        elif item.kind is RegisterKind.MEDIUM:
            self.paper_wanted.emit("medium_certificate", item.id)
        else:
            made = [each for each in self._services.registers.disposals() if item.id in each.items]
            if made:
                self.paper_wanted.emit("printed_certificate", made[-1].id)

    @Slot()
    def print_list(self) -> None:
        """Want the list of all disposals."""
        self.paper_wanted.emit("disposal_ledger", 0)

    @Slot(object)
    def _recorded(self, made: Disposal) -> None:
        self.changed.emit()
        self._messages.toast(f"파기를 기록했습니다. 파기 기록번호 {made.number}")
        if made.kind is RegisterKind.MEDIUM and len(made.items) > 1:
            self.paper_wanted.emit("media_certificate", made.id)
        elif made.kind is RegisterKind.BOX:
            self.paper_wanted.emit("printed_certificate", made.id)
