"""From what stands in the form to an intake, or to what is wrong with each field."""

from collections.abc import Callable, Mapping
from datetime import date

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.names import parse_name
from easycare_desktop.domain.people import EndingReason, Person, PersonKind
from easycare_desktop.domain.phones import parse_phone
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.requests import (
    TOLD_ITEMS,
    Applicant,
    ApplicantNotToldError,
    Channel,
    Intake,
    Relation,
    RequestScope,
)
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.ui.parts.cancel.reasons import reason_named

Typed = Mapping[str, str]
Errors = dict[str, Refusal]


class FormReader:
    """Reads one form; `errors` by field name are filled while it reads."""

    def __init__(self, typed: Typed, person: Person, parse_day: Callable[[str], date]) -> None:
        self._typed, self._person, self._parse_day = typed, person, parse_day
        self.errors: Errors = {}

    def intake(self) -> Intake | None:
        """Return the intake, or None if `errors` has something."""
        name = self._parsed("name", parse_name)
        phone = self._parsed("phone", parse_phone)
        capacity, scope = self._chosen("capacity"), self._chosen("scope")
        reason = self._chosen("reason") if scope == RequestScope.ALL.value else ""
        wish, received = self._day("wish"), self._day("received")
        last = self._last_day(scope)
        purposes = self._purposes(scope)
        told = self._told()
        if self.errors or wish is None or received is None:
            return None
        kind = self._person.kind
        chosen = reason_named(kind, reason)
        return Intake(
            relation=Relation.A if kind is PersonKind.OFFICE else Relation.B,
            person_id=self._person.id,
            applicant=Applicant(name, phone, Capacity(capacity), self._text("relation")),
            scope=RequestScope(scope),
            channel=Channel(self._text("channel") or Channel.VISIT.value),
            received_on=received,
            wish_on=wish,
            last_service_on=last,
            ending=chosen.ending if scope == RequestScope.ALL.value else EndingReason.CANCELLED,
            withdrawn_purposes=purposes,
            told=told,
            wants_copy=bool(self._text("copy")),
            remark=self._text("remark"),
            reason=chosen.paper,
        )

    def _text(self, name: str) -> str:
        return self._typed.get(name, "").strip()

    def _parsed(self, name: str, parse: Callable[[str], str]) -> str:
        try:
            return parse(self._needed(name))
        except Refusal as refusal:
            self.errors[name] = refusal
            return ""

    def _chosen(self, name: str) -> str:
        try:
            return self._needed(name)
        except Refusal as refusal:
            self.errors[name] = refusal
            return ""

    def _day(self, name: str) -> date | None:
        try:
            return self._parse_day(self._needed(name))
        except Refusal as refusal:
            self.errors[name] = refusal
            return None

    def _needed(self, name: str) -> str:
        text = self._text(name)
        if not text:
            raise RequiredMissingError(name)
        return text

    def _last_day(self, scope: str) -> date | None:
        recipient_ends = (
            self._person.kind is PersonKind.RECIPIENT and scope == RequestScope.ALL.value
        )
        if recipient_ends or self._text("last"):
            return self._day("last")
        return None

    def _purposes(self, scope: str) -> tuple[str, ...]:
        purposes = tuple(filter(None, self._text("purposes").split(",")))
        if scope == RequestScope.PART.value and not purposes:
            self.errors["purposes"] = RequiredMissingError("purposes")
        return purposes if scope == RequestScope.PART.value else ()

    def _told(self) -> tuple[str, ...]:
        told = tuple(filter(None, self._text("told").split(",")))
        if set(TOLD_ITEMS) - set(told):
            self.errors["told"] = ApplicantNotToldError("told")
        return told
