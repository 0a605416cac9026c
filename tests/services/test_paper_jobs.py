"""Sets of papers and the same paper for many: one job, each paper by itself in the record."""

import pytest

from easycare_desktop.documents.preview import page_count
from easycare_desktop.domain.packets import NoPacketError, PacketKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import GUARDIAN, NAME, STAFF, register
from tests.services.test_papers import words_of


def test_the_set_of_a_new_recipient_is_one_job(services: Services):
    person = register(services)
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    told: list[tuple[int, int]] = []
    job = services.paper_jobs.packet(
        person.id, "서명 받기", lambda done, total: told.append((done, total))
    )
    kinds = [each.kind for each in job.parts]
    assert kinds == [
        PaperKind.CONSENT_FORM,
        PaperKind.CONSENT_FORM,
        PaperKind.POWER_OF_ATTORNEY,
        PaperKind.BASIC_CARD,
    ]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert page_count(job.pdf) == sum(page_count(each.pdf) for each in job.parts)
    words = words_of(job.pdf)
    assert all(each.number in words for each in job.parts)
    assert NAME in words
    assert "홍보호" in words


def test_the_checklist_tells_what_was_printed_and_came_back(services: Services):
    person = services.people.register(PersonKind.STAFF, STAFF)
    assert services.paper_jobs.checklist(person.id) is None
    job = services.paper_jobs.packet(person.id, "서명 받기")
    services.papers.printed(job, 2)
    packet = services.paper_jobs.checklist(person.id)
    assert packet is not None
    assert (packet.kind, packet.missing) == (PacketKind.NEW_STAFF, 2)
    assert [each.copies for each in packet.lines] == [2, 2, 2]
    pledge = next(each for each in packet.lines if each.kind is PaperKind.PLEDGE)
    services.paper_jobs.returned(pledge.paper_id, back=True)
    packet = services.paper_jobs.checklist(person.id)
    assert packet is not None
    assert packet.missing == 1
    services.paper_jobs.returned(pledge.paper_id, back=False)
    again = services.paper_jobs.checklist(person.id)
    assert again is not None
    assert again.missing == 2
    for each in job.parts:
        assert services.papers.again(each.id).pdf == each.pdf
    entries = [entry for entry in services.log.newest() if entry.action == "papers.print"]
    assert [(entry.person_id, entry.count) for entry in entries] == [(person.id, 2)] * 3


def test_the_same_form_for_many_is_numbered_and_logged_for_each(services: Services):
    people = [register(services, name) for name in ("홍길순", "김가상", "박가상")]
    job = services.paper_jobs.same_for(
        PaperKind.CONSENT_FORM, [each.id for each in people], "서명 받기"
    )
    assert job.number == "M2026-00001 ~ 00003"
    entries = [entry for entry in services.log.newest() if entry.action == "papers.make"]
    assert {entry.person_id for entry in entries} == {each.id for each in people}
    words = words_of(job.pdf)
    assert all(name in words for name in ("홍길순", "김가상", "박가상"))


def test_a_guardian_has_no_set(services: Services):
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN)
    with pytest.raises(NoPacketError):
        services.paper_jobs.packet(guardian.id, "서명 받기")
    assert services.papers.all() == []
