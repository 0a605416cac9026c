"""A slow or pulled stick stops nobody: the door and the keys stay open while it is looked at."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.keys import place_status, place_writing
from easycare_desktop.storage.keys.place_status import PlaceState

PATIENCE = 10.0
STAFF = {"identity": {"name": "느린분", "birth": "1970-02-03"}}


class Stick:
    """Stands in for one function that touches a place: it waits until it is let go."""

    def __init__(self, real: Callable[..., object]) -> None:
        self._real = real
        self.touched, self.go = Event(), Event()

    def __call__(self, *given: object, **named: object) -> object:
        self.touched.set()
        assert self.go.wait(PATIENCE)
        return self._real(*given, **named)


@pytest.fixture
def place(services: Services, tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    services.key_places.add("금고 USB", folder)
    return folder


@pytest.fixture
def beside() -> Iterator[Callable[[Callable[[], object]], Thread]]:
    started: list[Thread] = []

    def start(work: Callable[[], object]) -> Thread:
        thread = Thread(target=work)
        started.append(thread)
        thread.start()
        return thread

    yield start
    for thread in started:
        thread.join(PATIENCE)


def works_meanwhile(services: Services) -> bool:
    """Register somebody, which needs the door and the keys; tell whether that came to an end."""
    done = Event()

    def register() -> None:
        services.people.register(PersonKind.STAFF, STAFF)
        done.set()

    thread = Thread(target=register, daemon=True)
    thread.start()
    return done.wait(PATIENCE / 2)


@pytest.mark.parametrize("look", ["states", "today", "protection", "refresh"])
@pytest.mark.usefixtures("place")
def test_everybody_works_on_while_a_stick_is_slow(
    services: Services,
    beside: Callable[[Callable[[], object]], Thread],
    monkeypatch: pytest.MonkeyPatch,
    look: str,
):
    writes = look == "refresh"
    room, name = (place_writing, "write_atomically") if writes else (place_status, "read_stamp")
    slow = Stick(getattr(room, name))
    monkeypatch.setattr(room, name, slow)
    work = {
        "states": services.key_places.states,
        "today": services.today.show,
        "protection": services.protection.look,
        "refresh": services.key_places.refresh_all,
    }[look]
    thread = beside(work)
    assert slow.touched.wait(PATIENCE)
    assert works_meanwhile(services)
    slow.go.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


@pytest.mark.usefixtures("place")
def test_keys_that_change_while_they_are_written_leave_the_place_behind(
    services: Services,
    beside: Callable[[Callable[[], object]], Thread],
    monkeypatch: pytest.MonkeyPatch,
):
    slow = Stick(place_writing.write_atomically)
    monkeypatch.setattr(place_writing, "write_atomically", slow)
    thread = beside(services.key_places.refresh_all)
    assert slow.touched.wait(PATIENCE)
    services.people.register(PersonKind.STAFF, STAFF)
    slow.go.set()
    thread.join(PATIENCE)
    (found,) = services.key_places.states()
    assert found.state is PlaceState.BEHIND
    (after,) = services.key_places.refresh_all()
    assert after.state is PlaceState.NEWEST


def test_a_pulled_stick_is_absent(services: Services, place: Path):
    place.rename(place.with_name("pulled"))
    (found,) = services.key_places.refresh_all()
    assert found.state is PlaceState.ABSENT
