"""This PC."""

import platform


def pc_name() -> str:
    """Return the name of this PC as its network knows it, or `unknown`."""
    return platform.node() or "unknown"
