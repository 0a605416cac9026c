"""What a holding says, sealed under its own key."""

import json
from collections.abc import Callable, Iterable, Mapping
from json.encoder import encode_basestring as _quoted

from easycare_desktop.security.sealing import associated_data, seal, unseal, unseal_all


class _Names(dict[str, str]):
    """Names of fields as they stand in what is sealed; there are few, and each comes very often."""

    def __missing__(self, name: str) -> str:
        self[name] = f"{_quoted(name)}:"
        return self[name]


_NAMES = _Names()
_decode: Callable[[str], tuple[dict[str, str], int]] = json.JSONDecoder().raw_decode
_decode_each: Callable[[str], tuple[list[list[dict[str, str]]], int]] = (
    json.JSONDecoder().raw_decode
)
_decode_many: Callable[[str], tuple[list[dict[str, str]], int]] = json.JSONDecoder().raw_decode


def seal_values(
    key: bytes, holding_id: int, group: str, version: int, values: Mapping[str, str]
) -> bytes:
    """Seal field values, bound to holding, item group and version."""
    return seal(key, plain_values(values), associated_data(holding_id, group, version))


def plain_values(values: Mapping[str, str]) -> bytes:
    """Return field values as they are sealed."""
    # Texts by texts, so that they are put together five times faster than any value would be.
    parts = [f"{_NAMES[name]}{_quoted(value)}" for name, value in values.items()]
    return f"{{{','.join(parts)}}}".encode()


def open_values(
    key: bytes, holding_id: int, group: str, version: int, sealed: bytes
) -> dict[str, str]:
    """Open what `seal_values` sealed; raise `SealBrokenError` if anything was changed."""
    return values_in(unseal(key, sealed, associated_data(holding_id, group, version)))


def open_plain(key: bytes, holding_id: int, group: str, version: int, sealed: bytes) -> bytes:
    """Return what was sealed as it stands, names and values in one text, not taken apart.

    Where no backslash is in it, every value stands in it letter by letter.
    """
    return unseal(key, sealed, associated_data(holding_id, group, version))


def open_all_plain(rows: Iterable[tuple[bytes, int, str, int, bytes]]) -> list[bytes]:
    """Open many (key, holding, item group, version, sealed) as `open_plain` does."""
    return unseal_all(
        (key, sealed, associated_data(holding_id, group, version))
        for key, holding_id, group, version, sealed in rows
    )


def all_values_in(plains: Iterable[bytes]) -> list[dict[str, str]]:
    """Take apart many at once, each name of a field kept but once."""
    return _decode_many(f"[{b','.join(plains).decode()}]")[0]


def values_in_each(texts: Iterable[bytes]) -> list[list[dict[str, str]]]:
    """Take apart many texts of several plain ones each, commas between, as `all_values_in`."""
    return _decode_each(f"[[{b'],['.join(texts).decode()}]]")[0]


def values_in(plain: bytes) -> dict[str, str]:
    """Take apart what `open_plain` returned."""
    return _decode(plain.decode())[0]
