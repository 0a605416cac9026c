"""Carrying a plan out, and what a paper says of it."""

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import approval_of
from tests.helpers.pdf_words import words_of


def carry_out(services: Services, plan: Plan, ticked: OutsideState = OutsideState.CLEARED) -> Plan:
    """Tick every place outside, approve, and run."""
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, ticked))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    return services.destruction_run.run(plan.id).plan


def said(services: Services, kind: PaperKind, subject: int) -> str:
    """Make a paper and return its words."""
    return words_of(services.papers.make(kind, subject, "점검").pdf)
