"""All strings of a value, for the glyph check and for the fingerprint on the paper."""

import dataclasses
import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum


def strings_of(value: object) -> Iterator[str]:
    """Yield every string in a value of `documents.contents`, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from strings_of(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from strings_of(getattr(value, field.name))


def fingerprint(value: object) -> str:
    """Return the SHA-256 (hex) of what the value says; equal values give equal fingerprints.

    Fields that are kept out of `repr` (secrets) are kept out of the fingerprint as well.
    """
    return hashlib.sha256(_canonical(value).encode()).hexdigest()


def fingerprints(values: Sequence[object]) -> list[str]:
    """Return the fingerprints of values that share most of their parts."""
    known: dict[int, str] = {}
    return [hashlib.sha256(_canonical(each, known).encode()).hexdigest() for each in values]


def _canonical(value: object, known: dict[int, str] | None = None) -> str:
    """Return what a value says. `known`: what parts say that stay alive meanwhile, by identity."""
    if known is None:
        return _spelled(value, None)
    if id(value) not in known:
        said = _spelled(value, known)
        if not isinstance(value, tuple) and not dataclasses.is_dataclass(value):
            return said
        known[id(value)] = said
    return known[id(value)]


def _spelled(value: object, known: dict[int, str] | None) -> str:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (field for field in dataclasses.fields(value) if field.repr)
        inside = ",".join(
            f"{field.name}={_canonical(getattr(value, field.name), known)}" for field in fields
        )
        return f"{type(value).__name__}({inside})"
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, frozenset):
        return "{" + ",".join(sorted(_canonical(each, known) for each in value)) + "}"
    if isinstance(value, tuple):
        return "[" + ",".join(_canonical(each, known) for each in value) + "]"
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value.isoformat() if isinstance(value, date) else repr(value)
