"""The text sizes at which nothing may be cut; the middle one is looked at in the long run."""

import pytest

PERCENTS = (100, pytest.param(150, marks=pytest.mark.long), 200)
