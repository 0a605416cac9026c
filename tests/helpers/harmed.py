"""Bytes as a bad disk returns them."""


def last_bit_flipped(content: bytes) -> bytes:
    """Return `content` with its last bit flipped: never the same, whatever it ended with."""
    return content[:-1] + bytes([content[-1] ^ 1])
