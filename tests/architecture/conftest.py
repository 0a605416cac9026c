"""What was parsed for one test serves the others, and is gone after them."""

from collections.abc import Iterator

import pytest

from tests.architecture.source import forget


@pytest.fixture(scope="package", autouse=True)
def parsed_once() -> Iterator[None]:
    yield
    forget()
