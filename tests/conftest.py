"""For every test: no display, the bundled fonts, and the house look, light and 100 %."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.widgets import Kit
from tests.helpers.house import HouseOfTests
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome
from tests.helpers.present import wardrobe
from tests.helpers.quick import quick_openings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# What importing and collecting make stays: looking through it again and again is in vain.
gc.disable()

# Few examples in the ordinary run; all where long tests are not left out. Neither the clock nor the
# pace of drawing examples is judged: they tell of what else the machine does.
for _name, _examples in (("short", 20), ("long", 100)):
    settings.register_profile(
        _name,
        max_examples=_examples,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def pytest_configure(config: pytest.Config) -> None:
    short = config.option.markexpr == "not long"
    settings.load_profile("short" if short else "long")
    if short:
        # Few examples seldom draw what stands in the code: each process would read all of it.
        providers._get_local_constants = lambda: providers._local_constants


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Where several processes run: under Windows it is one, without the library."""
    from tests.helpers.together import Together  # noqa: PLC0415 - needs the library

    return Together(config, log)


def pytest_collection_finish() -> None:
    """Let the collector pass over what collecting made: it stays, and is most of what there is."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def openings() -> Iterator[None]:
    with quick_openings():
        yield


@pytest.fixture(scope="session")
def house(qapp: QApplication) -> HouseOfTests:
    """The one appearance of the test run; use `appearance`, which resets it."""
    made = HouseOfTests(qapp, RESOURCES)
    wardrobe.append(made)
    return made


@pytest.fixture
def appearance(house: HouseOfTests, request: pytest.FixtureRequest) -> Iterator[Appearance]:
    """The house look, light and 100 %; its style sheet only for what is marked with `look`."""
    house.wear(Look())
    house.put_on_style_sheet(request.node.get_closest_marker("look") is not None)
    yield house
    # What the test has closed need not be dressed for the next one.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    house.wear(Look())


@pytest.fixture
def kit(appearance: Appearance) -> Kit:
    """The widget kit that windows are made with."""
    return Kit(appearance)


@pytest.fixture(scope="session")
def mould(tmp_path_factory: pytest.TempPathFactory) -> OfficeMould:
    """An office that is made once a run."""
    return OfficeMould(tmp_path_factory.mktemp("mould") / "home")


@pytest.fixture
def home(mould: OfficeMould, tmp_path: Path) -> OfficeHome:
    """A real office of its own for each test, copied from the one that was made."""
    return mould.copy_to(tmp_path / "home")
