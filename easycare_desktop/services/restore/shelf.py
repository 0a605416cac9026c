"""What every way of restoring leans on while no office is open."""

from dataclasses import dataclass

from easycare_desktop.security.passwords import HOUSE_KDF, KdfPolicy
from easycare_desktop.services.office_setup import StoreChoice
from easycare_desktop.system.clock import Clock
from easycare_desktop.system.office_registry import OfficeRegistry
from easycare_desktop.system.paths import ProgramPaths


@dataclass(frozen=True, slots=True)
class Shelf:
    """Paths, clock and stores of this PC."""

    paths: ProgramPaths
    clock: Clock
    store_for: StoreChoice
    kdf: KdfPolicy = HOUSE_KDF

    @property
    def registry(self) -> OfficeRegistry:
        """The offices of this PC."""
        return OfficeRegistry(self.paths.registry)
