"""Running numbers of rows, and how they are printed where an office has gone on with older data."""

BLOCK = 1_000_000_000
"""Whoever goes on from older data gives numbers in a block of their own."""


def printed_number(number: int, digits: int) -> str:
    """Return a number as it is printed: 12 as 00012, the 12th of the first new block as 1-00012."""
    block, place = divmod(number, BLOCK)
    return f"{block}-{place:0{digits}d}" if block else f"{place:0{digits}d}"
