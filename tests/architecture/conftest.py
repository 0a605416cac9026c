"""What was parsed for one test serves the others, and is gone after them."""

import pytest

from tests.architecture.source import forget


def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    if nextitem is None or not nextitem.nodeid.startswith("tests/architecture/"):
        forget()
