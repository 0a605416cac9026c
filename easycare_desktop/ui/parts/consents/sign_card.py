"""Who signed, in which capacity, how, when; and the scan that proves it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.consents import Capacity, ConsentMethod, Signer
from easycare_desktop.domain.requests import Proof
from easycare_desktop.ui.widgets import Field, Kit, column
from easycare_desktop.ui.wording.labels import label

_CAPACITIES = (
    Capacity.SELF,
    Capacity.LEGAL_GUARDIAN,
    Capacity.AGENT,
    Capacity.PARENT_OF_MINOR,
)
_PROOFS = (Proof.GUARDIANSHIP_RECORD, Proof.POWER_OF_ATTORNEY, Proof.FAMILY_RECORD)


class SignCard(QFrame):
    """`edited()` at each change; nothing is chosen before."""

    edited = Signal()

    def __init__(self, kit: Kit, parse: Callable[[str], date]) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._name = ""
        methods = [(None, "고르기"), *((method, label(method)) for method in ConsentMethod)]
        self.method = kit.field("어떻게 받았나요", kit.combo(methods), required=True)
        self.day = kit.date_field("동의한 날", parse, "「오늘」이라고 쳐도 됩니다.", required=True)
        capacities = [(each, label(each)) for each in _CAPACITIES]
        self.capacity = kit.field("서명한 분의 자격", kit.choice(capacities), required=True)
        self.signer = kit.text_field("서명한 분의 성명", required=True)
        self.relation = kit.text_field("본인과의 관계", example="예: 딸", required=True)
        proofs = [("", "고르기"), *((proof.value, label(proof)) for proof in _PROOFS)]
        self.proof = kit.field("확인한 서류", kit.combo(proofs), required=True)
        self.proof_day = kit.date_field("서류를 본 날", parse, required=True)
        self.note = kit.text_field("메모", hint="꼭 남길 말이 있을 때만 적습니다.")
        self._name_controls()
        form = kit.form(3)
        form.add(self.method, self.day)
        form.add(self.capacity, span=3)
        form.add(self.signer, self.relation, self.note)
        form.add(self.proof, self.proof_day)
        title = kit.text("누가, 언제, 어떻게", "lead")
        self.setLayout(column(title, form, margins=(20, 14, 20, 16)))
        self._listen()

    def _name_controls(self) -> None:
        for field, name in (
            (self.method, "method"),
            (self.day, "day"),
            (self.capacity, "capacity"),
            (self.signer, "signer"),
            (self.relation, "relation"),
            (self.proof, "proof"),
            (self.proof_day, "proof_day"),
            (self.note, "note"),
        ):
            field.control.setObjectName(f"consents.{name}")

    def _listen(self) -> None:
        self.method.control.chosen.connect(self._pick)
        self.capacity.control.chosen.connect(self._choose_capacity)
        self.proof.control.chosen.connect(self._pick)
        for field in (self.day, self.signer, self.relation, self.proof_day, self.note):
            field.control.live_text_changed.connect(self._tell)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Every field, in order."""
        who = (self.method, self.day, self.capacity, self.signer, self.relation)
        return (*who, self.proof, self.proof_day, self.note)

    def begin(self, name: str) -> None:
        """Begin with somebody: the name is put in where they sign themselves."""
        self._name = name

    def signed(self) -> tuple[Signer, ConsentMethod, date] | None:
        """Return who signed, how and when; None, with words under the fields, if it lacks."""
        method, day = self.method.control.value(), self.day.day()
        capacity, name = self.capacity.control.value(), self.signer.control.text().strip()
        relation = self.relation.control.text().strip()
        alone = capacity is Capacity.SELF
        self.method.set_error("" if method else "어떻게 받았는지 골라 주세요.")
        if day is None:
            self.day.set_error("동의한 날을 적어 주세요. 예: 오늘, 11/23")
        self.capacity.set_error("" if capacity else "누구의 자격으로 서명했는지 골라 주세요.")
        self.signer.set_error("" if name else "서명한 분의 성명을 적어 주세요.")
        self.relation.set_error("" if relation or alone else "본인과의 관계를 적어 주세요.")
        proof, seen = self.proof.control.value() or "", self.proof_day.day()
        if not alone:
            self.proof.set_error("" if proof else "어떤 서류를 보셨는지 골라 주세요.")
            if seen is None:
                self.proof_day.set_error("서류를 본 날을 적어 주세요. 예: 오늘")
        shown = bool(relation and proof and seen)
        if not (method and day and capacity and name and (shown or alone)):
            return None
        note = self.note.control.text().strip()
        if alone:
            return Signer(name, capacity, "", note), method, day
        return Signer(name, capacity, relation, note, proof, seen), method, day

    def half_typed(self) -> dict[str, str]:
        """Return what is filled in so far."""
        method, capacity = self.method.control.value(), self.capacity.control.value()
        values = {
            "method": method.value if method else "",
            "capacity": capacity.value if capacity else "",
            "day": self.day.control.live_text(),
            "signer": self.signer.control.live_text(),
            "relation": self.relation.control.live_text(),
            "proof": self.proof.control.value() or "",
            "proof_day": self.proof_day.control.live_text(),
            "note": self.note.control.live_text(),
        }
        return {name: text for name, text in values.items() if text}

    def put(self, values: Mapping[str, str]) -> None:
        """Show half-typed values."""
        if values.get("method"):
            self.method.control.choose(ConsentMethod(values["method"]))
        if values.get("capacity"):
            self.capacity.control.choose(Capacity(values["capacity"]))
        self.proof.control.choose(values.get("proof", ""))
        for field, name in (
            (self.day, "day"),
            (self.signer, "signer"),
            (self.relation, "relation"),
            (self.proof_day, "proof_day"),
            (self.note, "note"),
        ):
            field.control.setText(values.get(name, ""))

    @Slot(object)
    def _choose_capacity(self, capacity: Capacity) -> None:
        self.capacity.clear()
        alone = capacity is Capacity.SELF
        for field in (self.relation, self.proof, self.proof_day):
            field.setVisible(not alone)
        typed = self.signer.control.text().strip()
        if alone and not typed:
            self.signer.control.setText(self._name)
        elif not alone and typed == self._name:
            self.signer.control.setText("")
        self.edited.emit()

    @Slot(object)
    def _pick(self, _method: object) -> None:
        self.method.clear()
        self.proof.clear()
        self.edited.emit()

    @Slot(str)
    def _tell(self, _live: str) -> None:
        self.edited.emit()
