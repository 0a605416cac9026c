"""What a paper to be signed for somebody may say of a guardian who is on record."""

from collections.abc import Mapping

from easycare_desktop.domain.holdings import PASSED_ON
from easycare_desktop.services.paper_values.common import Desk, day

# Recorded once for a guardian, and true of the one person whose guardian was recorded.
_OF_THE_TIE = ("relation", "capacity", "capacity_proof", "capacity_until")


def guardian_said(desk: Desk, guardian_id: int) -> Mapping[str, str]:
    """Return the values of a guardian; nothing of one whose use was stopped.

    A capacity that is over is none. Of a guardian of several, relation and capacity stay open to be
    written by hand: an adult guardian of one is not the representative of the other (Civil Act
    938, PIPA Decree 45).
    """
    opened = desk.step.uow.holdings.open_group(guardian_id, "identity")
    if opened is None or opened.holding.state not in PASSED_ON:
        return {}
    values = dict(opened.values)
    until = day(values.get("capacity_until", ""))
    if until is not None and until < desk.today():
        values.pop("capacity", None)
    if len(desk.step.uow.people.recipients_of(guardian_id)) > 1:
        for name in _OF_THE_TIE:
            values.pop(name, None)
    return values
