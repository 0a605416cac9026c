"""What the package offers is what it finds; a widget is loaded when it is asked for."""

import subprocess
import sys

import pytest

from easycare_desktop.ui import widgets
from easycare_desktop.ui.widgets import _HOME

pytestmark = pytest.mark.look


def test_every_offered_name_is_found():
    assert set(widgets.__all__) == set(_HOME)
    for name in widgets.__all__:
        assert getattr(widgets, name).__module__ == f"{widgets.__name__}.{_HOME[name]}"


def test_an_unknown_name_is_refused():
    with pytest.raises(AttributeError, match="Sofa"):
        _ = widgets.Sofa  # type: ignore[attr-defined]


def test_the_kit_alone_brings_no_table():
    code = "import sys, easycare_desktop.ui.widgets.kit; print(*sys.modules)"
    words = [sys.executable, "-c", code]
    loaded = subprocess.run(words, check=True, capture_output=True, text=True)
    names = loaded.stdout.split()
    assert f"{widgets.__name__}.kit" in names
    assert f"{widgets.__name__}.table" not in names
