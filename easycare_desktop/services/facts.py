"""Frozen values as JSON, to be recorded beside a plan. Numbers, codes and moments only."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import PurePath


def as_json(value: object) -> object:
    """Return a frozen value as plain JSON: moments in ISO form, bytes in hex, no paths."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PurePath):
        return None
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date):
        return value.isoformat()
    return _many(value)


def _many(value: object) -> object:
    if is_dataclass(value):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [as_json(each) for each in value]
    return value
