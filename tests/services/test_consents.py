from dataclasses import replace
from datetime import date, timedelta

import pytest

from easycare_desktop.domain.consents import (
    Capacity,
    ConsentAlreadyWithdrawnError,
    ConsentDateInFutureError,
    ConsentMethod,
    ConsentResult,
    ConsentTooLongError,
    NothingSaidError,
    Signer,
)
from easycare_desktop.domain.people import PersonHasEndedError, PersonKind
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from easycare_desktop.services.evidence import (
    LARGEST,
    Evidence,
    EvidenceKindError,
    EvidenceTooLargeError,
)
from tests.helpers.cases import NAME, SCAN, agree, decided, register

PDF = "application/pdf"


def test_one_line_a_purpose_with_its_text_version(services: Services):
    person = register(services)
    lines = agree(services, person)
    purposes = services.consents.purposes_for(PersonKind.RECIPIENT)
    assert [line.purpose for line in lines] == [purpose.code for purpose in purposes]
    assert [line.text_version for line in lines] == [each.text_version for each in purposes]
    assert all(status.given for status in services.consents.status_of(person.id))


def test_a_consent_for_some_years_ends(services: Services):
    person = register(services)
    purposes = services.consents.purposes_for(PersonKind.RECIPIENT)
    lines = {line.purpose: line for line in agree(services, person)}
    limited = [purpose for purpose in purposes if purpose.years]
    assert limited
    for purpose in limited:
        assert lines[purpose.code].until == purpose.last_day(services.office.today())


def test_lines_are_added_never_changed(services: Services):
    person = register(services)
    first = agree(services, person)
    agree(services, person, ConsentResult.REFUSED)
    lines = services.consents.lines_of(person.id)
    assert len(lines) == 2 * len(first)
    assert lines[::-1][: len(first)] == first
    assert not any(status.given for status in services.consents.status_of(person.id))


def test_withdrawing_adds_a_line(services: Services):
    person = register(services)
    agree(services, person)
    today = services.office.today()
    line = services.consents.withdraw(person.id, "marketing", ConsentMethod.PHONE, today)
    assert line.result is ConsentResult.WITHDRAWN
    assert services.consents.lines_of(person.id)[0] == line
    with pytest.raises(ConsentAlreadyWithdrawnError):
        services.consents.withdraw(person.id, "marketing", ConsentMethod.PHONE, today)


def test_a_withdrawal_stands_in_the_keys_before_the_data(services: Services):
    person = register(services)
    agree(services, person)
    today = services.office.today()
    services.consents.withdraw(person.id, "marketing", ConsentMethod.PHONE, today)
    (restriction,) = services.office.keys.restrictions()
    assert (restriction.kind, restriction.subject) == ("consent_withdrawn", str(person.id))


def test_refusing_what_is_optional_blocks_nothing(services: Services):
    person = register(services)
    optional = [p for p in services.consents.purposes_for(person.kind) if not p.required]
    said = [Said(purpose.code, ConsentResult.REFUSED) for purpose in optional]
    signer = Signer(NAME, Capacity.SELF)
    today = services.office.today()
    services.consents.record(person.id, said, signer, ConsentMethod.PAPER, today)
    fields = services.people.open(person.id).contents["care_contract"].values
    services.people.save_group(
        person.id, "care_contract", dict(fields) | {"service_more": "방문목욕"}, expected_version=1
    )


def test_evidence_is_sealed_on_disk_and_opens_here(services: Services):
    person = register(services)
    line = agree(services, person, evidence=Evidence(SCAN, PDF))[0]
    (path,) = (services.office.info.folder / "files").iterdir()
    assert SCAN[:20] not in path.read_bytes()
    assert NAME.encode() not in path.read_bytes()
    assert services.consents.evidence(line) == Evidence(SCAN, PDF)
    assert services.consents.signer_of(line) == NAME


def test_a_changed_scan_is_noticed(services: Services):
    person = register(services)
    line = agree(services, person, evidence=Evidence(SCAN, PDF))[0]
    (path,) = (services.office.info.folder / "files").iterdir()
    body = bytearray(path.read_bytes())
    body[-1] ^= 1
    path.write_bytes(body)
    with pytest.raises(SealBrokenError):
        services.consents.evidence(line)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"MZ not a scan", EvidenceKindError),
        (b"\x89PNG\r\n\x1a\n a png", EvidenceKindError),
        (b"%PDF-" + b"0" * LARGEST, EvidenceTooLargeError),
    ],
)
def test_evidence_is_judged_by_its_content(
    services: Services, content: bytes, refusal: type[Exception]
):
    person = register(services)
    with pytest.raises(refusal):
        agree(services, person, evidence=Evidence(content, PDF))
    assert services.consents.lines_of(person.id) == []


def test_nobody_agrees_tomorrow(services: Services):
    person = register(services)
    tomorrow = services.office.today() + timedelta(days=1)
    said = [Said("marketing", ConsentResult.GIVEN)]
    signer = Signer(NAME, Capacity.SELF)
    with pytest.raises(ConsentDateInFutureError):
        services.consents.record(person.id, said, signer, ConsentMethod.PAPER, tomorrow)
    with pytest.raises(ConsentDateInFutureError):
        services.consents.withdraw(person.id, "marketing", ConsentMethod.PAPER, tomorrow)


def test_after_the_ending_nobody_is_asked(services: Services):
    person = register(services)
    decided(services, person)
    with pytest.raises(PersonHasEndedError):
        agree(services, person)


def test_the_overview_names_what_is_missing(services: Services):
    asked, waiting = register(services), register(services, "안물은")
    agree(services, asked)
    lines = {line.person.id: line for line in services.consents.overview()}
    required = [p for p in services.consents.purposes_for(asked.kind) if p.required]
    assert lines[asked.id].missing == ()
    assert lines[waiting.id].missing == tuple(required)
    assert isinstance(lines[asked.id].ends_next, date)
    assert lines[waiting.id].ends_next is None


def test_a_consent_lasts_no_longer_than_its_text(services: Services):
    person = register(services)
    today = services.office.today()
    signer, paper = Signer(NAME, Capacity.SELF), ConsentMethod.PAPER
    for said, refusal in (
        ([Said("newsletter_photo", ConsentResult.GIVEN, date(2099, 1, 1))], ConsentTooLongError),
        ([], NothingSaidError),
    ):
        with pytest.raises(refusal):
            services.consents.record(person.id, said, signer, paper, today)
    assert "consent_paper" not in services.people.open(person.id).contents
    sooner = [Said("newsletter_photo", ConsentResult.GIVEN, date(2027, 1, 1))]
    (line,) = services.consents.record(person.id, sooner, signer, paper, today)
    assert line.until == date(2027, 1, 1)


def test_another_text_than_was_signed_is_told(services: Services):
    person = register(services)
    agree(services, person)
    office = services.office
    changed = replace(office.catalogue.purpose("newsletter_photo"), text_version="2027-1")
    old = {each.purpose.code: each for each in services.consents.status_of(person.id)}
    assert not old["newsletter_photo"].outdated
    assert replace(old["newsletter_photo"], purpose=changed).outdated
