"""The text sizes at which nothing may be cut: the largest in every run, others in the long run.

At 100 % the tour looks at every window that it takes a picture of.
"""

import pytest

PERCENTS = (
    pytest.param(100, marks=pytest.mark.long),
    pytest.param(150, marks=pytest.mark.long),
    200,
)

# The tour walks through these pages with large text; the long run looks at each by itself too.
PAGE_PERCENTS = tuple(pytest.param(percent, marks=pytest.mark.long) for percent in (100, 150, 200))
