"""A paper that left is reproduced byte for byte, until something on it is gone."""

import pytest

from easycare_desktop.documents.preview import text_of, texts_of
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.measures_running import UseStoppedError
from easycare_desktop.services.paper_copies import PaperCopyGoneError, PaperNotKeptError
from easycare_desktop.services.papers import MadePaper, PaperKind
from tests.helpers.cases import GUARDIAN, PERSON, SCAN, approval_of, approved, known_person

PURPOSE = "본인 교부"


def printed(services: Services, kind: PaperKind, subject: int) -> MadePaper:
    paper = services.papers.make(kind, subject, PURPOSE)
    services.papers.printed(paper, 1)
    return paper


def test_what_left_comes_back_as_it_was(services: Services):
    person = known_person(services)
    paper = printed(services, PaperKind.CONSENT_FORM, person.id)
    table = printed(services, PaperKind.RETENTION_TABLE, 0)
    changed = dict(PERSON["identity"]) | {"mobile": "010-0000-4321"}
    services.people.save_group(
        person.id, "identity", changed, expected_version=1, reason="번호를 바꾸심"
    )
    assert services.papers.make(PaperKind.CONSENT_FORM, person.id, PURPOSE).pdf != paper.pdf
    for known in (paper, table):
        again = services.papers.again(known.id)
        assert again.pdf == known.pdf
        assert (again.number, again.kind, again.reissued) == (known.number, known.kind, True)
        pages = texts_of(again.shown)
        assert [text.count("재발행") for text in pages] == [1] * len(pages)
        assert "재발행" not in text_of(again.pdf)
    scans = services.person_papers.of_person(person.id).scans
    assert [each.size for each in scans] == [len(SCAN)]


def test_a_card_of_somebody_who_stopped_the_processing_is_not_printed_again(services: Services):
    person = known_person(services)
    card = printed(services, PaperKind.BASIC_CARD, person.id)
    form = printed(services, PaperKind.CANCELLATION_FORM, person.id)
    health = services.people.open(person.id).contents["health"].holding.id
    stop = Order(MeasureKind.SUSPENSION, MeasureCause.PERSON_ASKED, "11월 20일 서면 요구")
    services.papers.check_may_leave(card)
    services.measures.order([health], stop)
    with pytest.raises(UseStoppedError):
        services.papers.again(card.id)
    with pytest.raises(UseStoppedError):
        services.papers.check_may_leave(card)
    with pytest.raises(UseStoppedError):
        services.papers.saved(card)
    services.papers.check_may_leave(form)
    assert services.papers.again(form.id).pdf == form.pdf
    services.measures.lift(health, MeasureKind.SUSPENSION)
    assert services.papers.again(card.id).pdf == card.pdf


def test_what_was_only_seen_is_not_kept(services: Services):
    paper = services.papers.make(PaperKind.RETENTION_TABLE, 0, PURPOSE)
    with pytest.raises(PaperNotKeptError):
        services.papers.again(paper.id)


def test_a_copy_ends_with_the_keys_of_what_stands_on_it(services: Services):
    person = known_person(services)
    paper = printed(services, PaperKind.CONSENT_FORM, person.id)
    assert services.papers.again(paper.id).pdf == paper.pdf
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    with pytest.raises(PaperCopyGoneError):
        services.papers.again(paper.id)
    answer = printed(services, PaperKind.RETENTION_TABLE, 0)
    assert services.papers.again(answer.id).pdf == answer.pdf


def test_one_item_deleted_closes_every_copy_that_may_tell_it(services: Services):
    person = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    paper = printed(services, PaperKind.POWER_OF_ATTORNEY, person.id)
    other = printed(services, PaperKind.POWER_OF_ATTORNEY, guardian.id)
    health = services.people.open(person.id).contents["health"].holding.id
    plan = services.selection.plan_fields(health, ["medicines"], "본인이 원하심")
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    with pytest.raises(PaperCopyGoneError):
        services.papers.again(paper.id)
    assert services.papers.again(other.id).pdf == other.pdf
