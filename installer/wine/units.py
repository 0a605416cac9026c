"""The unit tests of the lower floors under the Windows Python, in a Windows of their own."""

from concurrent.futures import Future, ThreadPoolExecutor

from installer.assembling import PROGRAM
from installer.ground import BUILD
from installer.wine.laboratory import Laboratory
from installer.wine.prefix import Prefix

STORED = ("keys", "migrations", "databases")
FLOORS = ("domain", "system", "security", *(f"storage/{name}" for name in STORED))
_PATIENCE = 15 * 60


class Units:
    """Runs them beside the other stages: they need neither the screen nor the installer."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1)
        self._begun: Future[str] | None = None

    def begin(self) -> Future[str]:
        """Let them begin, on what the build has put together."""
        self._begun = self._pool.submit(self._run)
        return self._begun

    def held(self) -> str:
        """Wait for them; return the last line. Raises `BuildStoppedError` if one failed."""
        return (self._begun or self.begin()).result()

    def _run(self) -> str:
        prefix = Prefix(BUILD / "prefix-tests")
        prefix.make()
        try:
            lab = Laboratory(prefix, PROGRAM)
            lab.bring_tests()
            return lab.test(*(f"tests/{floor}" for floor in FLOORS), seconds=_PATIENCE)
        finally:
            prefix.end()
