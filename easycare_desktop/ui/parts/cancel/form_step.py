"""Step 1: what the signed form says."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.requests import Channel, Intake, RequestScope
from easycare_desktop.domain.signatures import ScreenSignature
from easycare_desktop.services.consents import ConsentStatus
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.returned_filing import BackPaper
from easycare_desktop.ui.parts.cancel.form_fields import FormFields
from easycare_desktop.ui.parts.cancel.form_reading import FormReader
from easycare_desktop.ui.parts.cancel.purpose_ticks import PurposeTicks
from easycare_desktop.ui.parts.cancel.told_card import ToldCard
from easycare_desktop.ui.parts.returned.attached import AttachedPaper, HeldPaper
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.refused import understood
from easycare_desktop.ui.parts.signing.shown_texts import request_text
from easycare_desktop.ui.parts.signing.sign_dialog import SignDialog
from easycare_desktop.ui.parts.signing.sign_row import SignRow
from easycare_desktop.ui.widgets import Kit, card, column

_FIELD_OF = {"received_on": "received", "last_service_on": "last", "wish_on": "wish"}
_WEEK = "월화수목금토일"


class FormStep(QWidget):
    """`edited()` at each change; `typed` and `fill` carry a draft."""

    edited = Signal()

    def __init__(self, kit: Kit, days: DayReader, *, of_office: bool = False) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit, self._days = kit, days
        self._card: PersonCard | None = None
        self._filling = False
        self.fields = FormFields(kit, days.read, of_office=of_office)
        self.purposes = PurposeTicks(kit)
        self.told = ToldCard(kit)
        self.attached = AttachedPaper(kit)
        self.signing = SignRow(kit)
        self.dialog: SignDialog | None = None
        self._build(kit)
        self._listen()

    def _build(self, kit: Kit) -> None:
        f = self.fields
        grid = kit.form(3)
        grid.add(f.name, f.phone, f.relation)
        grid.add(f.capacity, span=2)
        grid.add(f.channel, f.wish, f.last, f.started, f.received)
        grid.add(f.scope, f.reason)
        grid.add(self.purposes, span=3)
        left = card(grid, f.remark, None, margins=(20, 14, 20, 14), gap=10)
        split = kit.split(left, self.told, side=318)
        self.setLayout(column(self.attached, split, self.signing, gap=10))

    def _listen(self) -> None:
        f = self.fields
        for field in (f.name, f.phone, f.wish, f.last, f.received, f.remark):
            field.control.live_text_changed.connect(self._tell)
        for strip in (f.capacity, f.scope):
            strip.control.chosen.connect(self._tell)
        self.signing.wanted.connect(self._sign)
        f.capacity.control.chosen.connect(self._fill_applicant)
        f.wish.picked.connect(self._say_wish)
        f.scope.control.chosen.connect(self._show_scope)
        for combo in (f.relation, f.channel, f.reason):
            combo.control.chosen.connect(self._tell)
        for part in (self.purposes, self.told):
            part.edited.connect(self._tell)

    def begin(
        self, subject: PersonCard, consents: Sequence[ConsentStatus], draft: Mapping[str, str]
    ) -> None:
        """Turn to a person, with what was kept of an unfinished form."""
        self._card = subject
        self.attached.clear()
        self.signing.clear()
        self.signing.show()
        kind = subject.person.kind
        self.fields.name_last_day(kind)
        self.fields.offer_reasons(kind)
        self.told.name_for(kind)
        self.purposes.offer(consents, draft.get("purposes", ""))
        self.fields.last.setVisible(kind is not PersonKind.OFFICE)
        whole = {"scope": RequestScope.ALL.value, "received": self._days.read("+0").isoformat()}
        last = subject.last_service_on
        if last is not None:
            whole["last"] = last.isoformat()
        self.fill(dict(draft) or whole)

    def hold(self, paper: HeldPaper) -> None:
        """Hold a form that came back: it is filed with the request, from its day of receipt on."""
        self.attached.hold(paper)
        self.signing.hide()
        self.fields.received.control.setText(paper.received_on.isoformat())
        self.fields.channel.control.choose(paper.channel)

    @property
    def signed(self) -> BackPaper | ScreenSignature | None:
        """What proves the form: a paper that came back, or a signature on the screen."""
        return self.attached.back or self.signing.signature

    @Slot()
    def _sign(self) -> None:
        intake = self.read()
        if intake is not None and self._card is not None:
            shown, now = request_text(self._card.name, intake), self._days.now
            self.dialog = SignDialog(self._kit, shown, intake.applicant.name, now, self)
            self.dialog.signed.connect(self.signing.hold)
            self.dialog.open()

    def typed(self) -> dict[str, str]:
        """Return everything as it stands in the form."""
        f = self.fields
        capacity, scope, channel = (
            f.capacity.control.value(),
            f.scope.control.value(),
            f.channel.control.value(),
        )
        return {
            "name": f.name.control.live_text(),
            "phone": f.phone.control.live_text(),
            "relation": f.relation.control.value() or "",
            "capacity": capacity.value if capacity else "",
            "channel": channel.value if channel else "",
            "wish": f.wish.control.live_text(),
            "last": f.last.control.live_text(),
            "received": f.received.control.live_text(),
            "scope": scope.value if scope else "",
            "purposes": self.purposes.chosen(),
            "reason": f.reason.control.value() or "",
            "remark": f.remark.control.live_text(),
            "told": self.told.told(),
            "copy": "1" if self.told.copy.isChecked() else "",
        }

    def fill(self, values: Mapping[str, str]) -> None:
        """Put a draft, or the first values, into the form; `edited` stays silent."""
        self._filling = True
        f, known = self.fields, values.get
        for name in ("name", "phone", "remark", "wish", "last", "received"):
            getattr(f, name).control.setText(known(name, ""))
            getattr(f, name).clear()
        f.show_start(self._card)
        f.relation.control.choose(known("relation", ""))
        f.channel.control.choose(Channel(known("channel") or Channel.VISIT.value))
        f.scope.control.choose(RequestScope(known("scope") or RequestScope.ALL.value))
        f.capacity.control.clear_choice()
        if known("capacity"):
            f.capacity.control.choose(Capacity(known("capacity", "")))
        self.purposes.put(known("purposes", ""))
        f.reason.control.choose(known("reason", ""))
        self.told.put(known("told", ""), known("copy", ""))
        self._show_scope()
        self._filling = False

    def read(self) -> Intake | None:
        """Return the intake; show what is wrong and return None otherwise."""
        if self._card is None:
            return None
        reader = FormReader(self.typed(), self._card.person, self._days.read)
        intake = reader.intake()
        self._show_errors(reader)
        return intake

    def show_refusal(self, refusal: Refusal) -> bool:
        """Show under its field what a service refused; return whether it belongs to one."""
        name = _FIELD_OF.get(refusal.field, "") if isinstance(refusal, InputRefusal) else ""
        field = self.fields.by_name().get(name)
        if field is None or not self.isVisible():
            return False
        field.set_error(understood(refusal))
        field.control.setFocus()
        return True

    def _show_errors(self, reader: FormReader) -> None:
        words = {name: understood(refusal) for name, refusal in reader.errors.items()}
        for name, field in self.fields.by_name().items():
            if name in words:
                field.set_error(words[name])
            elif field.error:
                field.clear()
        self.purposes.show_error("하나라도 골라 주세요." if "purposes" in words else "")
        self.told.show_error("세 가지를 모두 알려 드려야 합니다." if "told" in words else "")
        first = next((f for n, f in self.fields.by_name().items() if n in words), None)
        if first is not None:
            first.control.setFocus()

    @Slot()
    def _tell(self) -> None:
        if not self._filling:
            self.signing.outdated()
            self.edited.emit()

    @Slot(object)
    def _say_wish(self, day: date | None) -> None:
        if day is not None:
            weekday = _WEEK[day.weekday()]
            self.fields.wish.set_ok(f"{day.month}월 {day.day}일 {weekday}요일로 적습니다.")

    @Slot()
    def _show_scope(self) -> None:
        part = self.fields.scope.control.value() is RequestScope.PART
        self.purposes.setVisible(part)
        self.fields.reason.setEnabled(not part)
        self.fields.last.setEnabled(not part)

    @Slot(object)
    def _fill_applicant(self, capacity: Capacity) -> None:
        """Offer who most likely stands there; what was typed stays."""
        self.fields.hint_capacity()
        if self._card is None or self._filling or self.fields.name.control.text().strip():
            return
        identity = self._card.contents.get("identity")
        if capacity is Capacity.SELF and identity is not None:
            known = identity.values
            self._put(self._card.name, known.get("mobile") or known.get("phone", ""), "본인")
        elif self._card.guardians:
            guardian = self._card.guardians[0]
            self._put(guardian.name, guardian.phone, "")

    def _put(self, name: str, phone: str, relation: str) -> None:
        self.fields.name.control.setText(name)
        self.fields.phone.control.setText(phone)
        if relation:
            self.fields.relation.control.choose(relation)
