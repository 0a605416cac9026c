"""What to look for: a person's values in every encoding and writing that could have been left."""

from collections.abc import Iterable
from dataclasses import dataclass, field

SHORTEST_IN_CIPHERTEXT = 6
ENCODINGS = ("utf-8", "utf-16-le", "cp949")
_DIGITS_WORTH_SEARCHING = 7


@dataclass(frozen=True, slots=True)
class Needles:
    """Byte patterns of some values. Never shown in a repr, never written anywhere.

    `long` patterns (six bytes and more) are looked for everywhere; `short` ones, such as a name of
    two syllables, only in plain text, because random bytes hold them by chance.
    """

    values: int
    long: tuple[bytes, ...] = field(repr=False)
    short: tuple[bytes, ...] = field(repr=False)

    @property
    def all(self) -> tuple[bytes, ...]:
        """Every pattern."""
        return self.long + self.short


def make_needles(values: Iterable[str]) -> Needles:
    """Return the patterns of the values: as they are, and digits without anything between."""
    texts: set[str] = set()
    for value in values:
        text = value.strip()
        if len(text) > 1:
            texts.add(text)
        digits = "".join(filter(str.isdigit, text))
        if len(digits) >= _DIGITS_WORTH_SEARCHING:
            texts.add(digits)
    patterns: set[bytes] = set()
    for text in texts:
        for encoding in ENCODINGS:
            try:
                patterns.add(text.encode(encoding))
            except UnicodeEncodeError:
                continue
    ordered = sorted(patterns)
    return Needles(
        values=len(texts),
        long=tuple(each for each in ordered if len(each) >= SHORTEST_IN_CIPHERTEXT),
        short=tuple(each for each in ordered if len(each) < SHORTEST_IN_CIPHERTEXT),
    )


def together(one: Needles, other: Needles) -> Needles:
    """Return the needles of both."""
    return Needles(
        values=one.values + other.values,
        long=tuple(sorted({*one.long, *other.long})),
        short=tuple(sorted({*one.short, *other.short})),
    )


def without(needles: Needles, texts: Iterable[str]) -> Needles:
    """Return the needles less those of some texts that lawfully stand where is searched."""
    other = set(make_needles(texts).all)
    return Needles(
        values=needles.values,
        long=tuple(each for each in needles.long if each not in other),
        short=tuple(each for each in needles.short if each not in other),
    )
