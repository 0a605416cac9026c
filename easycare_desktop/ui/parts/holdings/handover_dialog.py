"""폐업 이관 자료: to whom, why, what is lost, and the password that opens the files."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.handover import HandedOver, HandoverCounts, HandoverOrder, Receiver
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.handover import HandoverService
from easycare_desktop.ui.background import Background, CancelledError, Job, Reporter
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.new_password import NewPassword
from easycare_desktop.ui.parts.shared.refused import field_words, tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder
from easycare_desktop.ui.wording.labels import label

_TITLE = "폐업 이관 자료 만들기"
_LINES = (
    "폐업하면 급여 제공 자료는 파기하지 않고 넘깁니다.",
    "목록표와 기록을 이 프로그램 없이도 열리는 파일로 만듭니다.",
)
_READ = "분리보관한 것을 여는 일은 열람대장에 적힙니다."
_PHONE = "암호는 이 프로그램에 남지 않습니다. 받는 분께 전화로 알려 주세요."
_WHY = "왜 넘기는지 한 줄로 적어 주세요."
_MAKING = "자료를 만들고 있습니다. USB를 빼지 마세요."


class HandoverDialog(HouseDialog):
    """Stays open while the files are written; they can be stopped, and nothing of them stays."""

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("handover")
        self._service, self._messages, self._background = services.handover, messages, background
        self._job: Job | None = None
        choices = [(each, label(each)) for each in Receiver]
        self.receiver = kit.field("어디에 넘기나요?", kit.choice(choices, Receiver.INSURER))
        self.reason = kit.field(
            "사유",
            kit.line_edit(),
            "예: 2026-12-31 폐업 신고. 이름은 적지 않습니다.",
            required=True,
        )
        lost = "한 줄에 하나씩. 없으면 비워 두세요."
        self.lost = kit.field("잃었거나 상한 자료", kit.text_edit(lines=2), lost)
        self.secret = NewPassword("handover", kit, services.exports.check_password, "파일 암호")
        self.counted = kit.text("세고 있습니다.", "strong", wrap=True)
        self.progress = kit.progress()
        self.progress.hide()
        self._build(kit)
        background.run(self._service.counts, self._show_counts, self._failed)

    def _build(self, kit: Kit) -> None:
        self.reason.control.setObjectName("handover.reason")
        self.reason.control.setMaxLength(100)
        self.lost.control.setObjectName("handover.lost")
        self.cancel = kit.button("취소", key="Esc")
        self.make = kit.button("파일 만들기", "primary", "archive", key="F4")
        self.cancel.setObjectName("handover.cancel")
        self.make.setObjectName("handover.make")
        self.cancel.clicked.connect(self._cancel)
        self.make.clicked.connect(self._want)
        self.make.setEnabled(False)
        body = column(
            kit.text(_TITLE, "title"),
            *(kit.text(each, wrap=True) for each in _LINES),
            self.counted,
            self.receiver,
            self.reason,
            self.lost,
            self.secret,
            kit.text(_PHONE, "caption", wrap=True),
            kit.text(_READ, "caption", wrap=True),
            self.progress,
            None,
            margins=(28, 22, 28, 14),
            gap=10,
        )
        foot = kit.foot(self.make, others=[self.cancel])
        self.assemble(holder(body), foot, self.reason.control)

    def _show_counts(self, counts: HandoverCounts) -> None:
        apart = f"이 가운데 분리보관 {counts.apart:,}건, 스캔 {counts.scans:,}장"
        said = f"넘길 자료 {counts.people:,}명 {counts.records:,}건. {apart}."
        self.counted.setText(said if counts.records else "넘길 자료가 없습니다.")
        self.make.setEnabled(counts.records > 0)
        self.fit()

    @Slot()
    def _want(self) -> None:
        self.reason.control.commit()
        reason = self.reason.control.text().strip()
        self.reason.set_error("" if reason else _WHY)
        if not reason or not self.secret.check():
            (self.secret.wrong if reason else self.reason.control).setFocus()
            self.fit()
            return
        target = self._messages.choose_folder("이관 자료를 둘 USB 또는 폴더")
        if target is None:
            return
        lines = self.lost.control.toPlainText().splitlines()
        lost = tuple(filter(None, (each.strip() for each in lines)))
        receiver = self.receiver.control.value() or Receiver.INSURER
        order = HandoverOrder(receiver, reason, self.secret.text(), lost)
        self._wait(on=True)
        work = partial(_make, self._service, order, target)
        self._job = self._background.run_steps(work, self._done, self._step, self._failed)

    def _step(self, done: int, total: int) -> None:
        self.progress.say(_MAKING, done, total)

    def _done(self, done: HandedOver) -> None:
        self._job = None
        self.secret.clear()
        self.accept()
        self._messages.inform(
            "이관 자료를 만들었습니다",
            f"{done.counts.people:,}명 {done.counts.records:,}건을 「{done.folder}」에 두었습니다.",
            f"바깥 사본 {done.number}번으로 적었습니다. 넘긴 뒤 USB의 파일은 지워 주세요.",
        )

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._wait(on=False)
        if isinstance(error, CancelledError):
            self._messages.toast("그만두었습니다. 만들던 파일은 모두 지웠습니다.")
        elif isinstance(error, InputRefusal) and error.field == "reason":
            self.reason.set_error(field_words(error))
            self.fit()
        else:
            tell_error(self._messages, "이관 자료를 만들지 못했습니다", error)

    def _wait(self, *, on: bool) -> None:
        for part in (self.make, self.receiver, self.reason, self.lost, self.secret):
            part.setEnabled(not on)
        self.cancel.say("그만두기" if on else "취소")
        self.progress.setVisible(on)
        self.progress.say(_MAKING, 0, 1)
        self.fit()

    @Slot()
    def _cancel(self) -> None:
        if self._job is None:
            self.reject()
        else:
            self._job.cancel()


def _make(
    service: HandoverService, order: HandoverOrder, target: Path, reporter: Reporter
) -> HandedOver:
    return service.save(order, target, reporter.step)
