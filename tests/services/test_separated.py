import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.separated import (
    ReadingPurpose,
    ReadingReasonMissingError,
    SeparatedGoneError,
)
from easycare_desktop.storage.repositories.separated import SeparatedRepository
from tests.helpers.cases import NAME, PERSON, approved, known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome


@pytest.fixture
def kept(services: Services) -> dict[str, int]:
    """Ids of what is kept apart of one person, by item group."""
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    return {holding.group: holding.id for holding in services.separated.list()}


def test_the_officer_reads_for_a_lawful_purpose(services: Services, kept: dict[str, int]):
    values = services.separated.open(
        kept["care_contract"], ReadingPurpose.DISPUTE, "계약 날짜를 다툼"
    )
    assert values == PERSON["care_contract"]
    (reading,) = services.separated.readings()
    assert (reading.group, reading.purpose) == ("care_contract", "dispute")
    assert reading.account_id == services.office.actor.account_id
    entry = next(e for e in services.log.newest() if e.action == "separated.read")
    assert (entry.detail, entry.person_id) == ("dispute", 2)


def test_the_reason_is_sealed(services: Services, kept: dict[str, int]):
    reason = f"{NAME}님의 다툼 때문에 엽니다"
    services.separated.open(kept["payment"], ReadingPurpose.LAWFUL_SUBMISSION, reason)
    with services.office.files.separated() as connection:
        (row,) = connection.exec_driver_sql("SELECT * FROM reading").all()
    assert NAME not in str(row)
    assert NAME.encode() not in row.sealed_reason
    key = services.office.keys.open_separated(kept["payment"])
    with services.office.files.separated() as connection:
        assert SeparatedRepository(connection).reason_of(row.id, key) == reason


def test_the_ledger_of_the_officer_prints_the_reasons(
    home: OfficeHome, services: Services, kept: dict[str, int]
):
    said = ("유족이 계약 금액을 다툼", "세무서 제출")
    services.separated.open(kept["care_contract"], ReadingPurpose.DISPUTE, said[0])
    services.separated.open(kept["payment"], ReadingPurpose.LAWFUL_SUBMISSION, said[1])
    paper = services.papers.make(PaperKind.READING_LEDGER, 0, "점검").pdf
    words = "".join(text_of(paper).split())
    assert "분쟁대응:유족이계약금액을다툼" in words
    assert "법령에따른제출:세무서제출" in words
    services.office.close()
    office = home.open(CLERK, OTHERS_PASSWORD)
    paper = Services(office).papers.make(PaperKind.READING_LEDGER, 0, "점검").pdf
    words = "".join(text_of(paper).split())
    assert "유족이" not in words
    assert "사유는책임자만인쇄함" in words
    office.close()


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_opens(services: Services, kept: dict[str, int], reason: str):
    with pytest.raises(ReadingReasonMissingError):
        services.separated.open(kept["payment"], ReadingPurpose.DISPUTE, reason)
    assert services.separated.readings() == ()


def test_a_clerk_sees_the_list_and_opens_nothing(
    home: OfficeHome, services: Services, kept: dict[str, int]
):
    services.office.close()
    office = home.open(CLERK, OTHERS_PASSWORD)
    clerk = Services(office)
    clerk.start()
    assert len(clerk.separated.list()) == len(kept)
    with pytest.raises(NotPermittedError):
        clerk.separated.open(kept["payment"], ReadingPurpose.DISPUTE, "궁금해서")
    with pytest.raises(NotPermittedError):
        clerk.separated.evidence(kept["consent_paper"], ReadingPurpose.DISPUTE, "궁금해서")
    office.close()
    office = home.open()
    officer = Services(office)
    entry = next(e for e in officer.log.newest() if e.action == "separated.read")
    assert entry.outcome == "denied"
    office.close()


def test_normal_search_finds_nobody(services: Services, kept: dict[str, int]):
    assert kept
    assert services.people.find(NAME) == []
    assert services.people.find("1234") == []


def test_what_is_gone_is_gone(services: Services):
    with pytest.raises(SeparatedGoneError):
        services.separated.open(4711, ReadingPurpose.DISPUTE, "없는 것")


def test_what_ends_first_stands_on_top(services: Services, kept: dict[str, int]):
    ends = [holding.until for holding in services.separated.list()]
    assert ends == sorted(ends)
    assert len(ends) == len(kept)
