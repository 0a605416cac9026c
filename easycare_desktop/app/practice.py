"""Making the practice office of this PC."""

from easycare_desktop.app.ground import Ground, practice_words
from easycare_desktop.services.offices import Offices
from easycare_desktop.services.practice.builder import PracticeBuilder, PracticeOffice
from easycare_desktop.system.clock import FixedClock


def make_practice(ground: Ground) -> PracticeOffice:
    """Make it; its history ends yesterday evening, so that today is open."""
    clock = FixedClock(ground.clock.now())
    offices = Offices(ground.paths, clock, ground.stores)
    place = ground.paths.practice_offices / "key-place"
    place.mkdir(parents=True, exist_ok=True)
    builder = PracticeBuilder(offices, clock, practice_words())
    return builder.build(ground.clock.today(), key_place=place)
