"""Requests and changes of one person as lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.holdings import FieldChange
from easycare_desktop.domain.masking import covered
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.requests import OPEN_STATES, Channel, Proof, Request, RequestScope
from easycare_desktop.services.requests import RECORD_GROUP
from easycare_desktop.ui.parts.people.words import covered_words
from easycare_desktop.ui.parts.shared.lines import Line
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.values import changed_words

_EMPTY = "(비어 있음)"
_OF_REQUESTS = {
    "applicant_birth": "신청인 생년월일",
    "applicant_capacity": "신청인 자격",
    "withdrawn": "철회한 동의",
    "told": "알려 드린 것",
    "wants_copy": "기록 사본 요청",
    "remark": "덧붙이는 말",
    "wish_on": "희망 취소일",
    "last_service_on": "마지막 이용일",
    "channel": "접수 방법",
    "scope": "범위",
    "ending": "끝난 사유",
    "proofs": "확인한 서류",
    "checked_on": "확인한 날",
    "check_note": "확인 메모",
    "unpaid": "미납액",
    "refund": "환불액",
    "bank": "환불 은행",
    "account": "환불 계좌",
    "holder": "예금주",
    "copy_given_on": "사본을 준 날",
    "copy_received_by": "사본을 받은 분",
    "no_copy_reason": "사본을 드리지 못한 사유",
    "settle_note": "정산 메모",
}
_CODES = {
    each.value: label(each)
    for kind in (Channel, RequestScope, EndingReason, Capacity, Proof)
    for each in kind
}


def request_lines(requests: Sequence[Request]) -> list[Line]:
    """Return the requests of a person, newest first."""
    newest = sorted(requests, key=lambda each: each.received_on, reverse=True)
    return [
        Line(
            each.id,
            each.received_on.isoformat(),
            label(each.channel),
            f"{label(each.relation)} ({label(each.scope)})",
            f"{each.number} · {each.due_on:%Y-%m-%d}까지",
            label(each.state),
            "warn" if each.state in OPEN_STATES else "",
        )
        for each in newest
    ]


@dataclass(frozen=True, slots=True)
class Said:
    """A change in words; covered values stay covered."""

    field: str
    group: str
    before: str
    after: str


def said_of(change: FieldChange, groups: Sequence[ItemGroup]) -> Said:
    """Return what was changed as it is read."""
    group = next((each for each in groups if each.code == change.group), None)
    fields = {item.code: item for item in group.fields} if group else {}
    item = fields.get(change.field)
    label_of_group = group.label if group else change.group
    if item is None:
        name = _OF_REQUESTS.get(change.field, change.field)
        if change.group != RECORD_GROUP:
            return Said(name, label_of_group, _EMPTY, _EMPTY)
        before, after = (_said(change.field, text) for text in (change.before, change.after))
        return Said(name, label_of_group, before, after)
    before, after = (covered_words(item, text) or _EMPTY for text in (change.before, change.after))
    if change.before != change.after:
        after = changed_words(item, before, after)
    return Said(item.label, label_of_group, before, after)


def _said(field: str, text: str) -> str:
    """Return codes of a request in words, days and texts as they are; accounts stay covered."""
    if not text:
        return _EMPTY
    if field == "account":
        return covered(text)
    return ", ".join(_CODES.get(each, each) for each in text.split(","))
