"""Leaving this PC: nothing is erased before the backup is whole or the certificate is agreed."""

from dataclasses import replace
from pathlib import Path

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import SameApproverError
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.registers import RegisterKind
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services import erasing
from easycare_desktop.services.backup import NoBackupTargetError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.departure import (
    BackupNotWholeError,
    Departure,
    HandoverMissingError,
)
from easycare_desktop.services.departure_run import Order, certificate, depart, drop_practice
from easycare_desktop.services.recovery_sheets import RecoverySheets
from easycare_desktop.storage.keys.pcs import note_former_pc
from easycare_desktop.storage.keys.refusals import WrongLoginError
from easycare_desktop.system.office_registry import ERASING
from tests.documents.samples.office import OFFICE
from tests.helpers.cases import register
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, OfficeMould
from tests.helpers.offices import CODE, LOGIN, PASSWORD, OfficeHome

NOTE = "공단 이관 2026-123"
CLOSING = Departure.CERTIFICATE


@pytest.fixture
def home(mould: OfficeMould, tmp_path: Path) -> OfficeHome:
    """An office with several accounts, one recipient and a key place."""
    made = mould.copy_to(tmp_path / "home")
    (tmp_path / "stick").mkdir()
    office = made.open()
    services = Services(office)
    register(services)
    services.key_places.add("USB", tmp_path / "stick")
    office.close()
    return made


def folder_of(home: OfficeHome) -> Path:
    return home.paths.offices / f"office-{CODE}"


def order(how: Departure, **said: object) -> Order:
    second = {"second_login": CLERK, "second_password": OTHERS_PASSWORD, "handover": NOTE}
    given: dict[str, object] = {"login": LOGIN, "password": PASSWORD, **second, **said}
    return Order(how, **given)  # type: ignore[arg-type]


def still_opens(home: OfficeHome) -> bool:
    office = home.open()
    people = Services(office).start()
    office.close()
    return people > 0


def test_after_a_whole_backup_nothing_stays_but_the_backup(home: OfficeHome, tmp_path: Path):
    target = tmp_path / "backup"
    target.mkdir()
    with pytest.raises(WrongLoginError):
        depart(home.offices, CODE, order(Departure.BACKUP, password="guessed-pass-phrase"))
    assert (folder_of(home) / "attempts.json").is_file()
    left = depart(home.offices, CODE, order(Departure.BACKUP, backup=("USB", target)))
    assert left.whole
    assert not folder_of(home).exists()
    assert home.offices.known() == ()
    assert home.stores.memory.entries() == frozenset()
    assert list(target.rglob("manifest.json"))
    assert list((tmp_path / "stick").rglob("keys-*"))


@pytest.mark.parametrize("stopped_at", ["_erase_secrets", "_clear_store", "erase_data"])
def test_an_erasing_that_is_cut_off_is_finished_when_the_program_starts(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped_at: str
):
    target = tmp_path / "backup"
    target.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(erasing, stopped_at, _stop)
        with pytest.raises(KeyboardInterrupt):
            depart(home.offices, CODE, order(Departure.BACKUP, backup=("USB", target)))
    assert folder_of(home).exists()
    assert home.offices.known() == ()
    assert not folder_of(home).exists()
    assert home.stores.memory.entries() == frozenset()


@pytest.mark.parametrize("harmed", [b"", b"{", b"[]", b"{}", b'{"id": "x"}', b"\xff\xfe"])
def test_a_harmed_note_of_erasing_erases_nothing(home: OfficeHome, harmed: bytes):
    (folder_of(home) / ERASING).write_bytes(harmed)
    assert [each.code for each in home.offices.known()] == [CODE]
    assert still_opens(home)


def _stop(*_args: object) -> None:
    raise KeyboardInterrupt


def test_without_a_place_for_the_backup_nothing_is_erased(home: OfficeHome):
    with pytest.raises(NoBackupTargetError):
        depart(home.offices, CODE, order(Departure.BACKUP))
    assert still_opens(home)


def test_a_backup_that_no_key_place_opens_erases_nothing(home: OfficeHome, tmp_path: Path):
    (tmp_path / "stick").rename(tmp_path / "taken away")
    target = tmp_path / "backup"
    target.mkdir()
    with pytest.raises(BackupNotWholeError):
        depart(home.offices, CODE, order(Departure.BACKUP, backup=("USB", target)))
    assert still_opens(home)


def test_a_closing_office_leaves_a_certificate_and_no_key(home: OfficeHome, tmp_path: Path):
    paper = tmp_path / "certificate.pdf"
    left = depart(home.offices, CODE, order(CLOSING, paper=paper))
    assert left.whole
    assert left.keys_erased >= 2
    assert not folder_of(home).exists()
    assert not list((tmp_path / "stick").rglob("keys-*"))
    assert home.stores.memory.entries() == frozenset()
    text = " ".join(text_of(paper.read_bytes()).split())
    assert "사무실 전체 파기확인서" in text
    assert "완료: 이 PC와 등록된 열쇠 보관처에서 지웠습니다" in text
    assert "모든" not in text
    assert "파기한 사람 박책임" in text
    assert "확인한 사람 김담당" in text
    assert NOTE in text
    assert "확인하지 못합니다" in text


def test_a_key_place_that_is_not_at_hand_is_named(home: OfficeHome, tmp_path: Path):
    (tmp_path / "stick").rename(tmp_path / "taken away")
    paper = tmp_path / "certificate.pdf"
    left = depart(home.offices, CODE, order(CLOSING, paper=paper))
    assert not left.whole
    text = " ".join(text_of(paper.read_bytes()).split())
    assert "일부 완료" in text
    assert "지우지 못한 열쇠 보관처: USB" in text
    assert "아직 열릴 수 있습니다" in text


def test_what_is_known_to_lie_elsewhere_is_named_and_nothing_is_whole(
    home: OfficeHome, tmp_path: Path
):
    office = home.open()
    services = Services(office)
    for name in ("집", "차"):
        (tmp_path / name).mkdir()
    services.key_places.add("집", tmp_path / "집")
    (tmp_path / "집").rename(tmp_path / "멀리")
    services.key_places.remove(services.key_places.states()[1].id)
    services.key_places.add("차", tmp_path / "차")
    lost = services.key_places.states()[1].id
    services.recovery.place_lost(lost, RecoverySheets(office).prepare("분실"))
    note_former_pc(office.keys, "옛 PC", "f" * 32, 1)
    box = {"label": "서류 1", "cabinet": "A", "compartment": "2", "key_holder": "박책임"}
    services.registers.add(RegisterKind.BOX, box)
    office.close()
    paper = tmp_path / "certificate.pdf"
    assert not depart(home.offices, CODE, order(CLOSING, paper=paper)).whole
    text = " ".join(text_of(paper.read_bytes()).split())
    assert "일부 완료" in text
    for words in (
        "등록에서 뺀 보관처 1곳(뺀 날 2026-11-23)",
        "잃어버린 보관처 1곳(적은 날 2026-11-23)",
        "다른 PC에 열쇠가 남아 있을 수 있습니다: 옛 PC",
        "없앴다는 기록이 없는 것: 서류함 1건",
        "아직 열릴 수 있습니다",
    ):
        assert words in text, words


def test_what_is_left_here_is_no_completion(home: OfficeHome, tmp_path: Path):
    left = depart(home.offices, CODE, order(CLOSING, paper=tmp_path / "paper.pdf"))
    assert left.whole
    stays = replace(left, store_cleared=False, data_gone=False)
    text = " ".join(text_of(certificate(OFFICE, stays, NOTE)).split())
    assert "일부 완료" in text
    assert "장치 열쇠가 남아 있습니다" in text
    assert "자료 파일이 남아 있습니다" in text


def test_another_stick_at_the_path_of_a_key_place_is_not_taken_for_it(
    home: OfficeHome, tmp_path: Path
):
    stick = tmp_path / "stick"
    stick.rename(tmp_path / "safe")
    stick.mkdir()
    paper = tmp_path / "certificate.pdf"
    left = depart(home.offices, CODE, order(CLOSING, paper=paper))
    assert [(each.label, each.erased) for each in left.places] == [("USB", False)]
    assert not left.whole
    assert list((tmp_path / "safe").rglob("keys-*"))
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"handover": " "}, HandoverMissingError),
        ({"second_login": LOGIN, "second_password": PASSWORD}, SameApproverError),
        ({"second_password": "guessed-pass-phrase"}, WrongLoginError),
        ({"second_login": "", "second_password": ""}, WrongLoginError),
        ({"login": CLERK, "password": OTHERS_PASSWORD}, NotPermittedError),
        ({"password": "guessed-pass-phrase"}, WrongLoginError),
    ],
)
def test_until_it_is_agreed_nothing_is_erased(
    home: OfficeHome, tmp_path: Path, said: dict[str, str], refusal: type[Refusal]
):
    with pytest.raises(refusal):
        depart(home.offices, CODE, order(CLOSING, paper=tmp_path / "paper.pdf", **said))
    assert still_opens(home)


def test_a_certificate_that_cannot_be_written_erases_nothing(home: OfficeHome, tmp_path: Path):
    with pytest.raises(Refusal):
        depart(home.offices, CODE, order(CLOSING, paper=tmp_path / "nowhere" / "paper.pdf"))
    assert still_opens(home)


def test_a_file_that_somebody_put_there_stays(home: OfficeHome, tmp_path: Path):
    own = folder_of(home) / "내 메모.txt"
    own.write_text("사람이 둔 파일", "utf-8")
    depart(home.offices, CODE, order(CLOSING, paper=tmp_path / "paper.pdf"))
    assert [path.name for path in folder_of(home).iterdir()] == [own.name]


def test_a_practice_office_goes_without_a_word(home: OfficeHome):
    record = home.offices.known()[0]
    drop_practice(home.offices, record, home.stores.memory)
    assert not folder_of(home).exists()
    assert home.stores.memory.entries() == frozenset()
