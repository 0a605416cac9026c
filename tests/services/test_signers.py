"""A child does not sign alone, and whoever signs for somebody shows a paper."""

from datetime import date

import pytest

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult, Signer
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.requests import Applicant, Proof, Verification
from easycare_desktop.domain.signers import (
    CapacityLapsedError,
    ChildSignsError,
    SignerProofMissingError,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from tests.helpers.cases import PERSON, intake_of, register

SEEN = date(2026, 11, 23)


def born(services: Services, birth: str) -> Person:
    return register(services, identity=dict(PERSON["identity"]) | {"birth": birth})


def sign(services: Services, person: Person, signer: Signer) -> None:
    said = [Said("extra_items", ConsentResult.GIVEN)]
    services.consents.record(person.id, said, signer, ConsentMethod.PAPER, SEEN)


def test_a_child_consents_by_its_parent(services: Services):
    child = born(services, "2012-11-24")
    proof = Proof.POWER_OF_ATTORNEY.value
    for signer in (
        Signer("홍아이", Capacity.SELF),
        Signer("홍이모", Capacity.AGENT, "이모", "", proof, SEEN),
    ):
        with pytest.raises(ChildSignsError):
            sign(services, child, signer)
    parent = Signer("홍부모", Capacity.PARENT_OF_MINOR, "모", "", Proof.FAMILY_RECORD.value, SEEN)
    sign(services, child, parent)
    paper = services.people.open(child.id).contents["consent_paper"].values
    assert (paper["signer_proof"], paper["proof_on"]) == ("family_record", "2026-11-23")


def test_from_the_fourteenth_birthday_on_they_sign_alone(services: Services):
    person = born(services, "2012-11-23")
    sign(services, person, Signer("홍청소", Capacity.SELF))
    assert len(services.consents.lines_of(person.id)) == 1


def test_a_representative_shows_the_paper_that_fits(services: Services):
    person = register(services)
    for proof, day in (
        ("", SEEN),
        (Proof.FAMILY_RECORD.value, SEEN),
        (Proof.GUARDIANSHIP_RECORD.value, None),
    ):
        with pytest.raises(SignerProofMissingError):
            sign(services, person, Signer("홍딸", Capacity.LEGAL_GUARDIAN, "딸", "", proof, day))
    assert services.consents.lines_of(person.id) == []


def test_a_child_does_not_cancel_for_itself(services: Services):
    child = born(services, "2016-05-05")
    with pytest.raises(ChildSignsError):
        services.requests.take(intake_of(services, child))
    parent = Applicant("홍부모", "010-0000-9999", Capacity.PARENT_OF_MINOR, "모")
    services.requests.take(intake_of(services, child, applicant=parent))


def test_a_guardianship_that_has_ended_is_not_enough(services: Services):
    person = register(services)
    guardian = {"name": "홍후견", "relation": "child", "mobile": "010-0000-9999"}
    ended = {"capacity": "adult_guardian", "capacity_until": "2025-01-01"}
    services.people.register(
        PersonKind.GUARDIAN, {"identity": guardian | ended}, guardian_of=person.id
    )
    applicant = Applicant("홍후견", "010-0000-9999", Capacity.LEGAL_GUARDIAN, "딸")
    request = services.requests.take(intake_of(services, person, applicant=applicant))
    with pytest.raises(CapacityLapsedError):
        services.requests.verify(request.id, Verification((Proof.GUARDIANSHIP_RECORD,), SEEN))
