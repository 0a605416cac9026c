"""The text sizes at which nothing may be cut: the largest in every run, others in the long run.

At 100 % the tour looks at every window that it takes a picture of.
"""

import pytest

PERCENTS = (
    pytest.param(100, marks=pytest.mark.long),
    pytest.param(150, marks=pytest.mark.long),
    200,
)
