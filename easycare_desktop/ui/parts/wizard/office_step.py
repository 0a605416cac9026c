"""기관: which kind of office it is, and what stands at the head of its papers."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from typing_extensions import override

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.parts.shared.office_form import PROFILE, OfficeForm
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.parts.wizard.tools import Founding
from easycare_desktop.ui.widgets import Kit, card, column

_ASKED = (
    "office_name",
    "facility_code",
    "business_number",
    "head_name",
    "officer_name",
    "officer_phone",
    "phone",
    "postcode",
    "address",
)
_KINDS = ((OfficeKind.AGENCY, "재가장기요양기관"), (OfficeKind.VENDOR, "프로그램 업체"))
_CODE_MISSING = "사무실을 여는 「시설코드」로 씁니다. 하나는 적어 주세요."


class OfficeStep(Step):
    """Name, code, head and officer; the rest is folded away and can follow in the settings."""

    title = "기관"
    lead = "문서 머리에 찍히는 내용입니다. 「설정」에서 언제든 고칠 수 있습니다."

    def __init__(self, services: Founding, kit: Kit) -> None:
        super().__init__()
        self.kind = kit.choice(_KINDS, OfficeKind.AGENCY)
        self.kind.setObjectName("wizard.kind")
        self.forms = {kind: self._form(kind, services, kit) for kind, _ in _KINDS}
        self._pile = Pile(tuple(self.forms.values()))
        self.kind.chosen.connect(self._show)
        field = kit.field("어떤 사무실인가요?", self.kind)
        self.setLayout(column(card(field, self._pile, gap=16)))
        self._clean: Mapping[str, str] = {}
        self._shown = OfficeKind.AGENCY

    @property
    def chosen(self) -> OfficeKind:
        """The kind of office."""
        return self.kind.value() or OfficeKind.AGENCY

    def profile(self) -> Mapping[str, str]:
        """Return the values as they are stored, after a check."""
        return self._clean

    @property
    def code(self) -> str:
        """The code with which the office is opened."""
        return self._clean.get("facility_code") or self._clean.get("business_number", "")

    @property
    def touched(self) -> bool:
        """Whether anything is typed."""
        return any(value for form in self.forms.values() for value in form.values().values())

    @override
    def enter(self) -> None:
        self.forms[self.chosen].edits["office_name"].field.control.setFocus()

    @override
    def check(self) -> bool:
        form = self.forms[self.chosen]
        clean = form.clean()
        if clean is None:
            return False
        self._clean = clean
        if not self.code:
            form.edits["business_number"].field.set_error(_CODE_MISSING)
            form.edits["business_number"].field.control.setFocus()
        return bool(self.code)

    def complain(self, wrong: Mapping[str, InputRefusal]) -> None:
        """Show what was refused when the office was to be made."""
        self.forms[self.chosen].complain(wrong)

    def refuse_code(self, sentence: str) -> None:
        """Say that another office has this code."""
        edits = self.forms[self.chosen].edits
        asked = "facility_code" if edits["facility_code"].text() else "business_number"
        edits[asked].field.set_error(sentence)

    def _form(self, kind: OfficeKind, services: Founding, kit: Kit) -> OfficeForm:
        group = services.catalogue(kind).group(PROFILE, PersonKind.OFFICE)
        page = "office" if kind is OfficeKind.AGENCY else "vendor"
        return OfficeForm(group, kit, services.today, services.words, _ASKED, page)

    @Slot(object)
    def _show(self, kind: OfficeKind) -> None:
        self.forms[kind].fill(self.forms[self._shown].values())
        self._shown = kind
        self._pile.show_only(self.forms[kind])
