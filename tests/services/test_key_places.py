"""Key places as an office uses them: registered, recognised, struck off, registered again."""

import shutil
from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import (
    KeyPlaceInOfficeError,
    KeyPlaceKnownError,
    PlaceState,
    TooManyKeyPlacesError,
)
from easycare_desktop.services.place_looks import any_back
from easycare_desktop.storage.keys import key_places, place_registry
from easycare_desktop.system.refusals import DiskFullError
from tests.helpers.cases import approved, known_person


@pytest.fixture
def stick(services: Services, tmp_path: Path) -> Path:
    return registered(services, tmp_path / "E", "금고 USB")


def registered(services: Services, folder: Path, label: str) -> Path:
    folder.mkdir()
    services.key_places.add(label, folder)
    return folder


def states(services: Services) -> list[tuple[str, PlaceState]]:
    return [(each.label, each.state) for each in services.key_places.states()]


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.rglob("*") if each.is_file())


def strangers(stick: Path) -> Path:
    """Put the stick into the safe; somebody else's gets its letter."""
    safe = stick.rename(stick.with_name("safe"))
    stick.mkdir()
    (stick / "holiday.jpg").write_bytes(b"x")
    return safe


def test_a_destruction_is_not_done_by_writing_to_another_stick(services: Services, stick: Path):
    safe = strangers(stick)
    assert states(services) == [("금고 USB", PlaceState.OTHER)]
    plan = approved(services, known_person(services))
    result = services.destruction_run.run(plan.id)
    assert (result.plan.state, result.open_points) == (PlanState.PARTIAL, ("place.1",))
    services.key_places.bring_up()
    services.key_places.refresh_all()
    assert files(stick) == ["holiday.jpg"]
    stick.rename(stick.with_name("stranger"))
    safe.rename(stick)
    again = services.destruction_run.check_again(plan.id)
    assert (again.plan.state, again.open_points) == (PlanState.DONE, ())
    assert "keys-1.db" not in files(stick)


def test_the_same_folder_is_no_second_place(services: Services, stick: Path):
    with pytest.raises(KeyPlaceKnownError) as refusal:
        services.key_places.add("둘째", stick / ".." / stick.name)
    assert refusal.value.label == "금고 USB"
    assert states(services) == [("금고 USB", PlaceState.NEWEST)]


def test_a_folder_of_the_office_is_no_place(services: Services):
    inside = services.office.info.folder / "keys"
    inside.mkdir()
    with pytest.raises(KeyPlaceInOfficeError):
        services.key_places.add("안", inside)
    assert (files(inside), states(services)) == ([], [])


def test_two_sticks_that_get_the_same_letter_are_two_places(services: Services, stick: Path):
    safe = stick.rename(stick.with_name("safe"))
    registered(services, stick, "집 USB")
    assert states(services) == [("금고 USB", PlaceState.ABSENT), ("집 USB", PlaceState.NEWEST)]
    stick.rename(stick.with_name("home stick"))
    safe.rename(stick)
    first, second = services.key_places.bring_up()
    assert (first.state, second.state) == (PlaceState.NEWEST, PlaceState.ABSENT)
    third = stick.with_name("third")
    third.mkdir()
    with pytest.raises(TooManyKeyPlacesError):
        services.key_places.add("셋", third)
    assert files(third) == []


def test_a_place_that_has_another_letter_now_is_the_same_place(services: Services, stick: Path):
    moved = stick.rename(stick.with_name("F"))
    view = services.key_places.add("금고 USB", moved)
    assert (view.id, view.folder, view.newest) == (1, moved, True)
    assert states(services) == [("금고 USB", PlaceState.NEWEST)]


def test_a_copy_of_a_stick_that_is_at_hand_gets_a_mark_of_its_own(services: Services, stick: Path):
    copy = stick.with_name("copy")
    shutil.copytree(stick, copy)
    services.key_places.add("사본", copy)
    one, two = place_registry.key_places(services.office.keys)
    assert one.mark != two.mark
    assert [state for _, state in states(services)] == [PlaceState.BEHIND, PlaceState.NEWEST]


def test_a_registration_that_fails_leaves_nothing(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_given: object) -> None:
        raise DiskFullError

    folder = tmp_path / "full"
    folder.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(key_places, "write_picture", full)
        with pytest.raises(DiskFullError):
            services.key_places.add("가득", folder)
    assert states(services) == []
    assert list(folder.iterdir()) == []
    assert place_registry.former_places(services.office.keys) == []


def test_what_is_away_is_noticed_when_it_comes_back(services: Services, stick: Path):
    safe = strangers(stick)
    assert not any_back(services.office, [1])
    stick.rename(stick.with_name("stranger"))
    assert not any_back(services.office, [1])
    safe.rename(stick)
    assert any_back(services.office, [1])
    assert not any_back(services.office, [])
