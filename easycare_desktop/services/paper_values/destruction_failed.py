"""The copy that stays, of a destruction or of an attempt that did not come about."""

from collections.abc import Mapping
from datetime import datetime

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateState,
    DestructionCertificate,
    FileCopy,
    KeyPlaceLine,
    KeyRun,
)
from easycare_desktop.documents.plan_words import article_of
from easycare_desktop.domain.destruction import Plan
from easycare_desktop.services.destruction_failure import failure_of
from easycare_desktop.services.paper_values.common import Desk, numbers_of
from easycare_desktop.services.paper_values.destruction import certificate, outside_of, proof_of
from easycare_desktop.services.paper_values.of_plan import (
    kinds_of,
    main_person,
    persons_of,
    ran_and_approved,
    reason_day,
    reason_of,
    request_number_of,
)
from easycare_desktop.storage.keys.place_registry import key_places


def file_copy(desk: Desk, plan_id: int) -> DestructionCertificate:
    """Return the certificate that stays; raise `NotVerifiedError` where nothing was tried yet."""
    plans = desk.step.uow.plans
    plan = plans.get(plan_id)
    failed = failure_of(plan, plans.facts(plan_id))
    if failed:
        return failed_certificate(desk, plan, failed)
    return certificate(desk, plan_id, for_person=False)


def failed_certificate(
    desk: Desk, plan: Plan, failed: Mapping[str, object]
) -> DestructionCertificate:
    """Return the certificate of an attempt that did not come about: it proves nothing."""
    at, generation = datetime.fromisoformat(str(failed["at"])), int(str(failed["generation"]))
    person, facts = main_person(desk, plan), desk.step.uow.plans.facts(plan.id)
    return DestructionCertificate(
        office=desk.head,
        facts=desk.facts,
        state=CertificateState.FAILED,
        copy=FileCopy(),
        issued_on=desk.today(),
        person_number=numbers_of(persons_of(desk, plan, person)),
        person_kind=", ".join(kinds_of(persons_of(desk, plan, person))),
        reason=reason_of(desk, plan),
        article=article_of(plan.cause),
        reason_on=reason_day(plan, person),
        destroy_by=plan.due_on,
        groups=(),
        run=KeyRun(
            *(generation, generation, 0, 0, 0),
            erased=False,
            started_at=at,
            finished_at=at,
            tool=phrases.PROGRAM,
            errors=1,
        ),
        key_places=tuple(KeyPlaceLine(each.label) for each in key_places(desk.office.keys)),
        searches=(),
        outside=outside_of(plan),
        kept=(),
        actors=ran_and_approved(desk, plan, facts, at),
        proof=proof_of(failed),
        request_number=request_number_of(desk, plan),
        approval_number=plan.number,
        failure=phrases.ATTEMPT_FAILED,
    )
