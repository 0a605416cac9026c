"""Names the one purpose of a sealed thing, so that it opens nowhere else."""

import json

_PREFIX = b"EasyCare Desktop 1\n"


def binding(purpose: str, *parts: str | int) -> bytes:
    """Return bytes that differ whenever the purpose or any part differs (HPKE info, GCM data)."""
    return _PREFIX + json.dumps([purpose, *parts], ensure_ascii=True).encode("ascii")
