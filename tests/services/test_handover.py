"""폐업: what the law hands to the insurer leaves under a password, complete and on record."""

import hashlib
import io
from pathlib import Path

import msoffcrypto
import pikepdf
import pytest
from PIL import Image

from easycare_desktop.documents import handover_words as words
from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.exporting import ExportReasonMissingError
from easycare_desktop.domain.handover import HandoverEmptyError, HandoverOrder, Receiver
from easycare_desktop.domain.registers import RegisterState
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.security.password_rule import PasswordTooShortError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.unnamed import NameInTextError
from easycare_desktop.ui.background import CancelledError
from tests.helpers.cases import NAME, PERSON, approved, known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome

SECRET = "hamster-garden-27"
OTHER = "나머지"
ORDER = HandoverOrder(Receiver.INSURER, "폐업 신고 2026-12", SECRET, ("2019년 종이 계약서 젖음",))


def silent(_done: int, _total: int) -> None:
    pass


def opened(path: Path) -> str:
    plain = io.BytesIO()
    with pikepdf.open(path, password=SECRET) as pdf:
        assert pdf.encryption.bits == 256
        pdf.save(plain)
    return text_of(plain.getvalue())


@pytest.fixture
def two(services: Services) -> None:
    """One whose records are kept apart, one in use with a scan."""
    services.destruction_run.run(approved(services, known_person(services)).id)
    person = known_person(services, OTHER)
    place = next(each for each, said in services.person_papers.places(person.id) if "계약" in said)
    out = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(out, "PNG")
    services.person_papers.add(person.id, place, Evidence(out.getvalue(), "image/png"))


@pytest.mark.usefixtures("two")
def test_everything_that_law_hands_over_leaves_once_and_opens_with_the_password(
    services: Services, tmp_path: Path
):
    counts = services.handover.counts()
    assert (counts.people, counts.scans) == (2, 1)
    assert 0 < counts.apart < counts.records
    done = services.handover.save(ORDER, tmp_path, silent)
    folder = tmp_path / done.folder
    assert done.counts == counts
    listed = opened(folder / words.RECORDS)
    assert NAME in listed
    assert OTHER in listed
    assert "젖음" in opened(folder / words.LOST)
    files = sorted((folder / words.FOLDER_OF_RECORDS).iterdir())
    assert len(files) == 2
    texts = [opened(each) for each in files]
    number = PERSON["care_contract"]["ltc_number"]
    assert all(number in each for each in texts)
    with pikepdf.open(files[1], password=SECRET) as pdf:
        assert len(pdf.pages) == 2
    for line in (folder / words.HASHES).read_text("utf-8-sig").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert not any(NAME in each.name for each in folder.rglob("*"))


@pytest.mark.usefixtures("two")
def test_it_is_registered_and_what_was_kept_apart_is_recorded_as_read(
    services: Services, tmp_path: Path
):
    apart = services.handover.counts().apart
    done = services.handover.save(ORDER, tmp_path, silent)
    (item,) = [each for each in services.registers.items() if each.number == done.number]
    assert item.state is RegisterState.IN_USE
    assert item.values["purpose"] == "국민건강보험공단"
    readings = services.separated.readings()
    assert [each.purpose for each in readings] == ["lawful_submission"] * apart
    entries = [each for each in services.log.newest() if each.action == "office.hand_over"]
    assert {each.person_id for each in entries} > {None}


@pytest.mark.usefixtures("two")
def test_the_workbook_opens_with_the_password_alone(services: Services, tmp_path: Path):
    folder = tmp_path / services.handover.save(ORDER, tmp_path, silent).folder
    with (folder / words.TABLE).open("rb") as file:
        book = msoffcrypto.OfficeFile(file)
        book.load_key(password=SECRET, verify_password=True)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(folder / words.RECORDS, password="another")


@pytest.mark.usefixtures("two")
def test_stopped_on_the_way_nothing_is_left_and_the_record_says_so(
    services: Services, tmp_path: Path
):
    def stop(done: int, _total: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        services.handover.save(ORDER, tmp_path, stop)
    assert not list(tmp_path.glob("폐업*"))
    assert services.registers.items()[-1].state is RegisterState.DESTROYED


def test_reason_password_and_somebody_to_hand_over_are_asked_for(
    services: Services, tmp_path: Path
):
    with pytest.raises(HandoverEmptyError):
        services.handover.save(ORDER, tmp_path, silent)
    known_person(services)
    for order, refusal in (
        (HandoverOrder(Receiver.INSURER, " ", SECRET), ExportReasonMissingError),
        (HandoverOrder(Receiver.INSURER, f"{NAME} 님", SECRET), NameInTextError),
        (HandoverOrder(Receiver.INSURER, "폐업", "short"), PasswordTooShortError),
    ):
        with pytest.raises(refusal):
            services.handover.save(order, tmp_path, silent)
    assert not list(tmp_path.glob("폐업*"))


def test_a_clerk_hands_nothing_over(home: OfficeHome, services: Services):
    services.office.close()
    office = home.open(CLERK, OTHERS_PASSWORD)
    with pytest.raises(NotPermittedError):
        Services(office).handover.counts()
    office.close()
