"""What a request says, to and from the sealed values of its holding."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.requests import (
    Applicant,
    Intake,
    Proof,
    Request,
    RequestDetails,
    Settlement,
    Verification,
)

_DAYS = ("copy_given_on",)
_EXTRA = ("reason", "sent_on", "answered_on", "answer_number", "answer_note")
_SETTLED = (
    *("unpaid", "refund", "bank", "account", "holder"),
    *("copy_given_on", "copy_received_by", "no_copy_reason"),
)


def intake_values(intake: Intake) -> dict[str, str]:
    """Return the sealed values of a new request."""
    applicant = intake.applicant
    return {
        "applicant_name": applicant.name,
        "applicant_phone": applicant.phone,
        "applicant_birth": applicant.birth,
        "applicant_capacity": applicant.capacity.value,
        "applicant_relation": applicant.relation,
        "withdrawn": ",".join(intake.withdrawn_purposes),
        "told": ",".join(intake.told),
        "wants_copy": "1" if intake.wants_copy else "",
        "remark": intake.remark,
        "reason": intake.reason,
    }


def with_verification(values: Mapping[str, str], checked: Verification) -> dict[str, str]:
    """Return the values with how the applicant was checked."""
    return dict(values) | {
        "proofs": ",".join(proof.value for proof in checked.proofs),
        "checked_on": checked.checked_on.isoformat(),
        "check_note": checked.note,
    }


def with_settlement(values: Mapping[str, str], settled: Settlement) -> dict[str, str]:
    """Return the values with money and copies."""
    plain = {name: getattr(settled, name) for name in _SETTLED}
    return (
        dict(values)
        | {
            name: "" if value is None else value.isoformat() if name in _DAYS else str(value)
            for name, value in plain.items()
        }
        | {"settled": "1", "settle_note": settled.note}
    )


def details(request: Request, values: Mapping[str, str]) -> RequestDetails:
    """Read everything a request says."""
    known = _Reader(values)
    return RequestDetails(
        request=request,
        applicant=Applicant(
            name=known("applicant_name"),
            phone=known("applicant_phone"),
            capacity=Capacity(known("applicant_capacity") or Capacity.SELF.value),
            relation=known("applicant_relation"),
            birth=known("applicant_birth"),
        ),
        verification=_verification(known),
        settlement=_settlement(known),
        withdrawn_purposes=tuple(filter(None, known("withdrawn").split(","))),
        told=tuple(filter(None, known("told").split(","))),
        wants_copy=bool(known("wants_copy")),
        remark=known("remark"),
        extra={name: text for name in _EXTRA if (text := known(name))},
    )


class _Reader:
    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def __call__(self, name: str) -> str:
        return self._values.get(name, "")

    def day(self, name: str) -> date | None:
        text = self(name)
        return date.fromisoformat(text) if text else None


def _verification(known: _Reader) -> Verification | None:
    checked_on = known.day("checked_on")
    if checked_on is None:
        return None
    proofs = tuple(Proof(code) for code in filter(None, known("proofs").split(",")))
    return Verification(proofs, checked_on, known("check_note"))


def _settlement(known: _Reader) -> Settlement | None:
    if not known("settled"):
        return None
    return Settlement(
        unpaid=int(known("unpaid") or 0),
        refund=int(known("refund") or 0),
        bank=known("bank"),
        account=known("account"),
        holder=known("holder"),
        copy_given_on=known.day("copy_given_on"),
        copy_received_by=known("copy_received_by"),
        note=known("settle_note"),
        no_copy_reason=known("no_copy_reason"),
    )
