from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.credential_store import CredentialStoreError, MemoryCredentialStore
from easycare_desktop.security.password_rule import PasswordTooShortError
from easycare_desktop.services import erasing
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.services.making import begin_making
from easycare_desktop.services.offices import Setup
from easycare_desktop.services.people_writing import ValuesRefusedError
from easycare_desktop.storage.keys import key_places
from easycare_desktop.system.office_registry import OfficeRecord, OfficeRegistry
from easycare_desktop.system.refusals import DiskFullError, DiskGoneError, OfficeCodeTakenError
from tests.helpers.offices import CODE, LOGIN, PASSWORD, PROFILE, OfficeHome


class ForgetfulStore(MemoryCredentialStore):
    @override
    def get(self, entry: str) -> bytes | None:
        del entry
        return None


@pytest.fixture
def home(tmp_path: Path) -> OfficeHome:
    return OfficeHome(tmp_path / "home")


@pytest.fixture
def setup(home: OfficeHome) -> Setup:
    return Setup(
        kind=OfficeKind.AGENCY,
        alone=True,
        practice=False,
        profile=PROFILE,
        login=LOGIN,
        name="박책임",
        password=PASSWORD,
        sheet=home.sheet,
    )


def _short_password(setup: Setup) -> Setup:
    return replace(setup, password="short")


def _no_name(setup: Setup) -> Setup:
    return replace(setup, profile={**PROFILE, "office_name": ""})


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (_short_password, PasswordTooShortError),
        (_no_name, ValuesRefusedError),
    ],
)
def test_what_could_not_be_finished_leaves_nothing_behind(
    home: OfficeHome,
    setup: Setup,
    spoil: Callable[[Setup], Setup],
    refusal: type[Refusal],
):
    with pytest.raises(refusal):
        home.offices.create(spoil(setup))
    assert [each for each in home.paths.home.rglob("*") if each.is_file()] == []
    assert home.stores.memory.entries() == frozenset()
    assert home.offices.known() == ()
    home.offices.create(setup).close()
    assert len(home.stores.memory.entries()) == 1


def test_a_key_place_that_is_full_leaves_nothing_behind(
    home: OfficeHome, setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_keys: object, _place: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(key_places, "renew_place", full)
    with pytest.raises(DiskFullError):
        home.offices.create(replace(setup, key_place=("USB", tmp_path)))
    assert not list(tmp_path.glob("easycare-keys-*"))
    assert not any(home.paths.offices.iterdir())
    assert home.stores.memory.entries() == frozenset()


def test_a_list_of_offices_that_cannot_be_written_leaves_nothing_behind(
    home: OfficeHome, setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_registry: object, _record: object) -> None:
        raise DiskFullError

    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "of-somebody.txt").write_text("stays")
    with monkeypatch.context() as patched:
        patched.setattr(OfficeRegistry, "add", full)
        with pytest.raises(DiskFullError):
            home.offices.create(replace(setup, key_place=("USB", stick)))
    assert [each.name for each in stick.iterdir()] == ["of-somebody.txt"]
    assert not any(home.paths.offices.iterdir())
    home.offices.create(replace(setup, key_place=("USB", stick))).close()
    assert len(list(stick.glob("easycare-keys-*"))) == 1


def test_what_a_disk_that_is_gone_may_have_finished_can_be_opened(
    home: OfficeHome, setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    add = OfficeRegistry.add

    def pulled(registry: OfficeRegistry, record: OfficeRecord) -> None:
        add(registry, record)
        raise DiskGoneError

    stick = tmp_path / "stick"
    stick.mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(OfficeRegistry, "add", pulled)
        patched.setattr(erasing.shutil, "rmtree", lambda _folder, *, ignore_errors: ignore_errors)
        with pytest.raises(DiskGoneError):
            home.offices.create(replace(setup, key_place=("USB", stick)))
    services = Services(home.open())
    (place,) = services.key_places.refresh_all()
    services.office.close()
    assert place.state is PlaceState.NEWEST


def test_what_a_stop_has_left_goes_when_the_office_is_made_again(
    home: OfficeHome, setup: Setup, tmp_path: Path
):
    stick = tmp_path / "stick"
    stick.mkdir()
    wanted = replace(setup, key_place=("USB", stick))
    office = home.offices.create(wanted)
    office.close()
    home.offices.forget(CODE)
    begin_making(office.info.folder, office.info.id, stick)
    again = home.offices.create(wanted)
    assert again.info.id != office.info.id
    again.close()
    assert [each.name for each in home.paths.offices.iterdir()] == [f"office-{CODE}"]
    assert len(list(stick.glob("easycare-keys-*"))) == 1
    assert len(home.stores.memory.entries()) == 1
    home.open().close()


def test_what_is_being_made_or_is_on_the_list_stays(home: OfficeHome, setup: Setup):
    office = home.offices.create(setup)
    begin_making(office.info.folder, office.info.id, None)
    other = replace(setup, profile={**setup.profile, "facility_code": "99999000002"})
    home.offices.forget(CODE)
    home.offices.create(other).close()
    assert office.info.folder.is_dir()
    office.close()
    home.offices._registry.add(OfficeRecord(CODE, office.info.folder, setup.kind, practice=False))
    third = replace(setup, profile={**setup.profile, "facility_code": "99999000003"})
    home.offices.create(third).close()
    assert not list(office.info.folder.glob("making*"))
    begin_making(office.info.folder, office.info.id, None)
    home.open().close()
    assert not list(office.info.folder.glob("making*"))


def test_a_store_that_forgets_leaves_nothing_behind(home: OfficeHome, setup: Setup):
    home.stores.memory = ForgetfulStore()
    with pytest.raises(CredentialStoreError):
        home.offices.create(setup)
    assert home.stores.memory.entries() == frozenset()
    assert [each for each in home.paths.home.rglob("*") if each.is_file()] == []


def test_a_code_that_is_taken_touches_nothing(home: OfficeHome, setup: Setup):
    home.offices.create(setup).close()
    before = sorted(home.paths.home.rglob("*"))
    parted = replace(setup, profile={**setup.profile, "facility_code": "9-99990-00001"})
    for each in (setup, parted):
        with pytest.raises(OfficeCodeTakenError):
            home.offices.create(each)
    assert sorted(home.paths.home.rglob("*")) == before
    home.offices.open("9-99990-00001", LOGIN, PASSWORD).close()
