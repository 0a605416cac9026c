"""Frozen values as JSON, recorded beside a plan and read again. Numbers, codes and moments only."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import PurePath
from typing import Any


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


def named_in(facts: Mapping[str, object], name: str) -> dict[str, Any]:
    """Return what was recorded under a name, by names of its own; nothing where none was."""
    found = facts.get(name)
    return dict(found) if isinstance(found, dict) else {}


def listed_in(facts: Mapping[str, object], name: str) -> list[Any]:
    """Return the lines that were recorded under a name; none where none were."""
    found = facts.get(name)
    return list(found) if isinstance(found, list) else []


def day_in(facts: Mapping[str, object], name: str) -> date | None:
    """Return the day that was recorded under a name; nothing where none was."""
    found = facts.get(name)
    return date.fromisoformat(str(found)) if found else None


def _many(value: object) -> object:
    if is_dataclass(value):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [as_json(each) for each in value]
    return value
