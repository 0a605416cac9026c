"""Base45 (RFC 9285): bytes in the characters that a QR code packs tightest."""

_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_BASE = 45
_BYTE = 256


class Base45Error(ValueError):
    """The text is not base45."""


def encode(content: bytes) -> str:
    """Return three characters for two bytes, two for a last single one."""
    words = []
    for start in range(0, len(content), 2):
        pair = content[start : start + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            number, place = divmod(number, _BASE)
            words.append(_CHARACTERS[place])
    return "".join(words)


def decode(text: str) -> bytes:
    """Return the bytes that `encode` made the text of. Raises `Base45Error`."""
    content = bytearray()
    for start in range(0, len(text), 3):
        places = [_CHARACTERS.find(each) for each in text[start : start + 3]]
        number = sum(place * _BASE**power for power, place in enumerate(places))
        size = len(places) - 1
        if min(places) < 0 or size == 0 or number >= _BYTE**size:
            raise Base45Error
        content += number.to_bytes(size, "big")
    return bytes(content)
