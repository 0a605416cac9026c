"""What papers say of what a legal hold kept beyond its time: why, since when, until when."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.documents.hold_words import held_reason
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import Plan, PlanCause
from easycare_desktop.services.facts import named_in
from easycare_desktop.services.held_out import RESUMED


def reason_with_holds(plan: Plan, reason: str, facts: Mapping[str, object]) -> str:
    """Return the reason of a plan with what was first to let it go, and until when it was held."""
    told = _told(facts)
    if not told:
        return reason
    first = {each["cause"] for each in told.values() if each["cause"]}
    causes = [word(cause) for cause in PlanCause if cause.value in first]
    until = max((each["held_until"] for each in told.values()), default="")
    return held_reason(reason, until, causes if plan.cause is PlanCause.HOLD_OVER else [])


def first_day(facts: Mapping[str, object]) -> date | None:
    """Return the day on which the first of what was held would have had to go, if it is known."""
    days = [each["on"] for each in _told(facts).values() if each["on"]]
    return date.fromisoformat(min(days)) if days else None


def held_until(facts: Mapping[str, object], holding_id: int) -> date | None:
    """Return until when a holding was held, where a hold kept it."""
    text = _told(facts).get(str(holding_id), {}).get("held_until", "")
    return date.fromisoformat(text) if text else None


def _told(facts: Mapping[str, object]) -> dict[str, dict[str, str]]:
    return named_in(facts, RESUMED)
