"""Which tests one process runs: those of a file, and of a folder that shares what is costly."""

from xdist.scheduler import LoadFileScheduling

# Every file of the project is parsed once, every sample of a paper pressed once, and campaigns
# run in one process more.
_SHARING = ("tests/architecture/", "tests/documents/test_", "tests/campaigns/test_")


class Together(LoadFileScheduling):
    """Keeps the tests of a sharing folder in one process."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return next((each for each in _SHARING if file.startswith(each)), file)
