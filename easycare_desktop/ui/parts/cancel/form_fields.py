"""The fields of the form, as the paper has them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.once_more import CONTRACTS
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.requests import Channel, RequestScope
from easycare_desktop.services.people import PersonCard
from easycare_desktop.ui.parts.cancel.reasons import reasons_for
from easycare_desktop.ui.widgets import Field, Kit
from easycare_desktop.ui.wording.labels import CHANNELS, label

_RELATIONS = ("", "본인", "배우자", "딸", "아들", "며느리·사위", "형제자매", "후견인", "기타")
_CAPACITIES = (
    (Capacity.SELF, "본인"),
    (Capacity.LEGAL_GUARDIAN, "법정대리인"),
    (Capacity.AGENT, "위임받은 분"),
    (Capacity.PARENT_OF_MINOR, "친권자"),
)
_OF_OFFICE = ((Capacity.HEAD, "대표자"), (Capacity.AGENT, "위임받은 분"))
CHILD_HINT = "자녀라고 해서 법정대리인은 아닙니다. 위임장을 확인해 주세요."

_FROM_RECORD = "기초자료에서 가져왔습니다."
_STARTS = (
    *((contract, "starts_on") for contract in CONTRACTS),
    ("employment", "hired_on"),
    ("program_use", "started_on"),
)


class FormFields:
    """Makes the fields and knows them by the names that drafts and errors use."""

    def __init__(self, kit: Kit, parse_day: Callable[[str], date], *, of_office: bool) -> None:
        self.name = kit.text_field("신청인 성명", required=True)
        self.phone = kit.text_field(
            "연락처", example="예: 010-0000-0000", typing="digits", required=True
        )
        whose = "기관과의 관계" if of_office else "당사자와의 관계"
        self.relation = kit.field(
            whose, kit.combo([(each, each or "고르기") for each in _RELATIONS])
        )
        capacities = _OF_OFFICE if of_office else _CAPACITIES
        self._of_office = of_office
        self.capacity = kit.field("자격", kit.choice(capacities), required=True)
        self.hint_capacity()
        channels = [(each, CHANNELS.get(each, label(each))) for each in Channel]
        self.channel = kit.field("접수 방법", kit.combo(channels, Channel.VISIT))
        self.wish = kit.date_field(
            "희망 취소일", parse_day, "예: 20261130, 11/30, +7", required=True
        )
        self.last = kit.date_field("마지막 이용일", parse_day)
        self.started = kit.text_field("이용 시작일", hint=_FROM_RECORD)
        self.started.control.setReadOnly(True)
        self.received = kit.date_field("접수일", parse_day, required=True)
        self.reason = kit.field("사유", kit.combo([("", "고르기")]), required=True)
        scopes = [(each, label(each)) for each in RequestScope]
        self.scope = kit.field("범위", kit.choice(scopes), required=True)
        self.remark = kit.text_field("덧붙이는 말", hint="주민등록번호는 적지 마세요.")
        self._name_controls()

    def show_start(self, card: PersonCard | None) -> None:
        """Show the first day that is on record of a contract or a job, or that none is."""
        contents = card.contents if card is not None else {}
        days = [
            day
            for group, field in _STARTS
            if group in contents and (day := contents[group].values.get(field))
        ]
        self.started.control.setText(min(days, default=""))
        self.started.set_hint(_FROM_RECORD if days else "기초자료에 적힌 날이 없습니다.")

    def _name_controls(self) -> None:
        for name in ("name", "phone", "relation", "capacity", "channel", "wish", "last"):
            getattr(self, name).control.setObjectName(f"cancel.{name}")
        for name in ("started", "received", "scope", "reason", "remark"):
            getattr(self, name).control.setObjectName(f"cancel.{name}")

    def hint_capacity(self) -> None:
        """Say that a child is no legal guardian, unless somebody signs for themselves."""
        own = self._of_office or self.capacity.control.value() is Capacity.SELF
        self.capacity.set_hint("" if own else CHILD_HINT)

    def by_name(self) -> dict[str, Field[Any]]:
        """Return the fields that can be wrong."""
        names = (
            "name",
            "phone",
            "capacity",
            "wish",
            "last",
            "received",
            "scope",
            "reason",
            "remark",
        )
        return {name: getattr(self, name) for name in names}

    def offer_reasons(self, kind: PersonKind) -> None:
        """Offer the reasons of this kind of person."""
        reasons = [(each.code, each.words) for each in reasons_for(kind)]
        self.reason.control.fill([("", "고르기"), *reasons], "")

    def name_last_day(self, kind: PersonKind) -> None:
        """Word the last day and its hint for this kind of person."""
        words, hint = "마지막 이용일", ""
        if kind is PersonKind.RECIPIENT:
            words, hint = "마지막 급여일", "이날부터 5년을 셉니다."
        elif kind is PersonKind.STAFF:
            words, hint = "마지막 근무일", "이날부터 3년을 셉니다."
        self.last.rename(words)
        self.last.set_hint(hint)
