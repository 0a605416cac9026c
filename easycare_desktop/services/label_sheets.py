"""The sheets of address labels that this program knows."""

from functools import cache

from easycare_desktop.domain.labels import LabelSheet
from easycare_desktop.system.label_sheets import load_label_sheets
from easycare_desktop.system.resources import resource


@cache
def label_sheets() -> tuple[LabelSheet, ...]:
    """Return the sheets, the usual one first."""
    return load_label_sheets(resource("labels"))
