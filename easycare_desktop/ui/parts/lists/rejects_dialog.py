"""고칠 줄 저장: rows that could not be brought in leave as any list does."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.exporting import Exported
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.imports.rejects import Rejected
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.leaving_fields import LeavingFields
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder

_TITLE = "고칠 줄 저장"
_COVERED = "주민등록번호는 뒤 여섯 자리를 가리고 저장합니다."
_AGAIN = "다시 가져올 때는 고친 파일의 암호를 엑셀에서 먼저 풀어 주세요."


class RejectsDialog(HouseDialog):
    """Stays open until the file is written."""

    def __init__(
        self,
        kit: Kit,
        services: Services,
        rejected: Rejected,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("rejects")
        self._service, self._rejected = services.rejected_rows, rejected
        self._messages, self._background = messages, background
        example = "목록의 잘못된 줄을 고치려고"
        self.leaving = LeavingFields(
            "rejects", kit, services.exports.check_password, example, _AGAIN, columns=2
        )
        self.cancel = kit.button("취소", key="Esc")
        self.save = kit.button("저장하기", "primary", "download", key="F4")
        self.cancel.setObjectName("rejects.cancel")
        self.save.setObjectName("rejects.save")
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        body = column(
            kit.text(f"고칠 줄 {len(rejected.told):,}줄을 엑셀로 저장합니다", "title", wrap=True),
            kit.text(_COVERED, wrap=True),
            self.leaving,
            None,
            margins=(28, 22, 28, 14),
            gap=12,
        )
        foot = kit.foot(self.save, others=[self.cancel], note="파일은 암호로 잠급니다.")
        self.assemble(holder(body), foot, self.leaving.purpose.control)

    @Slot()
    def _save(self) -> None:
        if not self.leaving.check():
            self.fit()
            return
        path = self._messages.save_as(_TITLE, "고칠 줄.xlsx", "Excel (*.xlsx)")
        if path is None:
            return
        self._wait(on=True)
        work = partial(self._service.save, self._rejected, self.leaving.leaving(), path)
        self._background.run(work, self._done, self._failed)

    def _wait(self, *, on: bool) -> None:
        self.busy = on
        for button in (self.save, self.cancel):
            button.setEnabled(not on)

    def _done(self, done: Exported) -> None:
        self._wait(on=False)
        self.leaving.forget()
        self.accept()
        self._messages.inform(
            "고칠 줄을 저장했습니다",
            f"{done.people:,}줄을 암호로 잠가 저장했습니다.",
            f"바깥 사본 {done.number}로 적었습니다. 파기할 때 지웠는지 여쭙니다.",
            "다 고친 파일은 지우고 「서류함·매체」에 적어 주세요.",
        )

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        if isinstance(error, InputRefusal) and self.leaving.complain(error):
            self.fit()
        else:
            tell_error(self._messages, "고칠 줄을 저장하지 못했습니다", error)
