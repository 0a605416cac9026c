"""파기 기록: what was shredded, crushed or deleted, how, where, by whom, and who saw it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.registers import (
    METHODS,
    Disposal,
    DisposalMethod,
    OriginalsKeptError,
    RegisterItem,
    RegisterKind,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import Evidence, read_evidence_file
from easycare_desktop.services.people_writing import ValuesRefusedError
from easycare_desktop.services.registers import DISPOSAL_GROUP, DisposalForm
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.registers.disposal_when import DisposalWhen
from easycare_desktop.ui.parts.registers.originals import ask_box, ask_why
from easycare_desktop.ui.parts.registers.words import choice_words
from easycare_desktop.ui.parts.shared.office_form import OfficeForm
from easycare_desktop.ui.parts.shared.refused import tell, tell_error
from easycare_desktop.ui.widgets import HouseDialog, Kit, column, holder, row, well
from easycare_desktop.ui.wording.labels import label

_TITLE = "파기 기록"
_WHAT = "이미 파기한 것을 적습니다. 적으면 파기대장에 남고 고칠 수 없습니다."
_FIRST = ("place", "amount", "witness")
_AMOUNT_OF_MEDIA = "예: 2개"
_SAVING = "사진을 정리해 잠그고 있습니다."
_PICTURES = "사진 (*.jpg *.jpeg *.png *.pdf)"


class DisposalDialog(HouseDialog):
    """`recorded(Disposal)`. `persons`: only what the entries held of these is gone."""

    recorded = Signal(object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        items: Sequence[RegisterItem],
        chosen: int,
        persons: tuple[int, ...] = (),
        plan_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.appearance, _TITLE, parent, width=760)
        self.setObjectName("disposal")
        self._services, self._messages, self._background = services, messages, background
        self._kind, self._persons, self._plan_id = items[0].kind, persons, plan_id
        self._photos: list[Evidence] = []
        office = services.office
        self.boxes = {
            each.id: kit.check(choice_words(each, office.catalogue), checked=each.id == chosen)
            for each in items
        }
        group = office.catalogue.group(DISPOSAL_GROUP, PersonKind.OFFICE)
        self.form = OfficeForm(group, kit, office.today, office.words, _FIRST, "disposal")
        if self._kind is RegisterKind.MEDIUM:
            self.form.edits["amount"].field.set_hint(_AMOUNT_OF_MEDIA)
        self._fields(kit)
        self._build(kit)
        self._offer()

    def _fields(self, kit: Kit) -> None:
        methods = [(method, label(method)) for method in METHODS[self._kind]]
        self.method = kit.choice(methods, methods[0][0])
        self.method.setObjectName("disposal.method")
        self.method.chosen.connect(self._offer)
        self._when = DisposalWhen(kit, self._services.office)
        self.day, self.time, self.seen_at = self._when.day, self._when.time, self._when.seen_at

    def _build(self, kit: Kit) -> None:
        for item_id, box in self.boxes.items():
            box.setObjectName(f"disposal.item.{item_id}")
        self.photo_words = kit.text("붙인 사진 없음", "caption")
        self.photo = kit.button("사진 붙이기", "secondary", "camera", fit="row")
        self.photo.setObjectName("disposal.photo")
        self.photo.clicked.connect(self._add_photo)
        self.cancel = kit.button("취소", key="Esc")
        self.save = kit.button("기록하기", "primary", "file-x", key="F4")
        self.save.setObjectName("disposal.save")
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        only = "이 사람들의 서류만 골라 파기했습니다." if self._persons else "통째로 파기했습니다."
        body = column(
            kit.text(_TITLE, "title"),
            kit.text(_WHAT, wrap=True),
            well(kit.text(only, "strong", wrap=True), *self.boxes.values(), gap=0),
            kit.field("파기 방법", self.method),
            self._when,
            self.form,
            row(self.photo, self.photo_words, None, gap=12),
            None,
            margins=(28, 24, 28, 18),
            gap=12,
        )
        self.foot = kit.foot(self.save, others=[self.cancel])
        self.assemble(holder(body), self.foot, self.cancel)

    @Slot()
    def _offer(self) -> None:
        dissolved = self.method.value() is DisposalMethod.DISSOLVED
        self.seen_at.setVisible(dissolved)
        if dissolved:
            self.form.unfold(on=True)
        self.fit()

    @Slot()
    def _add_photo(self) -> None:
        path = self._messages.choose_file("사진 붙이기", _PICTURES)
        if path is None:
            return
        try:
            self._photos.append(read_evidence_file(path))
        except Refusal as refusal:
            tell(self._messages, "사진을 붙이지 못했습니다", refusal)
            return
        self.photo_words.setText(f"붙인 사진 {len(self._photos)}장")

    @Slot()
    def _save(self) -> None:
        self._save_into(None)

    def _save_into(self, box: int | None) -> None:
        """Record it; the originals that law keeps went into `box`."""
        form = self._read_form()
        if form is None:
            return
        self._wait(on=True)
        work = partial(self._services.registers.dispose, replace(form, moved_to=box))
        self._background.run(work, self._done, self._failed)

    def _done(self, made: Disposal) -> None:
        self.accept()
        self.recorded.emit(made)

    def _failed(self, error: Exception) -> None:
        self._wait(on=False)
        if isinstance(error, ValuesRefusedError):
            self.form.complain({code: each for (_, code), each in error.errors.items()})
        elif isinstance(error, OriginalsKeptError):
            self._ask_originals(error)
        elif not self._when.complains(error):
            tell_error(self._messages, "기록하지 못했습니다", error)

    def _ask_originals(self, kept: OriginalsKeptError) -> None:
        """Ask where the paper went that law keeps, or why it went with the rest."""
        box = ask_box(self._services, self._messages, kept, self._chosen())
        why = ask_why(self._messages) if box == 0 else ""
        if box is None or why is None:
            return
        self.form.fill({kept.field: why})
        self._save_into(box or None)

    def _wait(self, *, on: bool) -> None:
        """Let nothing be pressed while scans are cleaned and sealed beside the screen."""
        for part in (self.save, self.cancel, self.photo):
            part.setEnabled(not on)
        self.foot.say(_SAVING if on else "")

    def _read_form(self) -> DisposalForm | None:
        values, at = self.form.clean(), self._when.read()
        if values is None or at is None:
            return None
        return DisposalForm(
            kind=self._kind,
            method=self.method.value() or METHODS[self._kind][0],
            items=self._chosen(),
            values=values,
            at=at,
            on_site_at=self._when.on_site_at(),
            persons=self._persons,
            plan_id=self._plan_id,
            photos=tuple(self._photos),
        )

    def _chosen(self) -> tuple[int, ...]:
        return tuple(item for item, box in self.boxes.items() if box.isChecked())
