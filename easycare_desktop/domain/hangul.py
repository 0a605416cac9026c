"""Search by first consonants (choseong) that keeps up with a syllable being composed.

A Korean input method shows what is typed before it is finished: of one name come first one
consonant, then an open syllable, then a closed one, whose last consonant may still move on to the
next syllable. Every one of these stages finds the name.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import NamedTuple

_FIRST_SYLLABLE = 0xAC00
_LAST_SYLLABLE = 0xD7A3
_VOWELS = 21
_FINALS = 28
# Letters of the block U+3131 to U+314E, by the order in which Unicode counts them in a syllable.
_INITIALS = "".join(
    chr(0x3100 + low)
    for low in (
        *(0x31, 0x32, 0x34, 0x37, 0x38, 0x39, 0x41, 0x42, 0x43, 0x45),
        *(0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E),
    )
)
_FINAL_LETTERS = "".join(chr(0x3131 + step) for step in range(30) if step not in {7, 18, 24})
# A cluster of final consonants, and the two letters that were typed.
_CLUSTERS = {
    chr(0x3100 + cluster): (chr(0x3100 + first), chr(0x3100 + second))
    for cluster, first, second in (
        (0x33, 0x31, 0x45),
        (0x35, 0x34, 0x48),
        (0x36, 0x34, 0x4E),
        (0x3A, 0x39, 0x31),
        (0x3B, 0x39, 0x41),
        (0x3C, 0x39, 0x42),
        (0x3D, 0x39, 0x45),
        (0x3E, 0x39, 0x4C),
        (0x3F, 0x39, 0x4D),
        (0x40, 0x39, 0x4E),
        (0x44, 0x42, 0x45),
    )
}
# Vowels to which another one can be added: the numbers of what they may become.
_GROWING_VOWELS = {8: (8, 9, 10, 11), 13: (13, 14, 15, 16), 18: (18, 19)}
_IGNORED = re.compile(r"[\s\-\u00b7]")


class NameKey(NamedTuple):
    """What a name is searched by: its plain text and its first consonants, letter for letter."""

    text: str
    initials: str


@dataclass(frozen=True, slots=True)
class NameQuery:
    """What was typed so far. `pattern` is missing where the first consonants say it all."""

    text: str
    initials: str
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, typed: str) -> "NameQuery":
        """Read what was typed, the syllable under the cursor included."""
        text = _split_clusters(_fold(typed))
        if not text:
            return cls("", "", None)
        initials = choseong(text)
        return cls(text, initials, None if text == initials else re.compile(_pattern(text)))

    def fits(self, key: NameKey) -> bool:
        """Tell whether the name holds what was typed."""
        if self.initials not in key.initials:
            return False
        return self.pattern is None or self.pattern.search(key.text) is not None


def name_key(name: str) -> NameKey:
    """Return the key of a name. Blanks, hyphens and middle dots do not count, nor do cases."""
    text = _fold(name)
    # Of many thousands most names need no folding, and many have the same first consonants:
    # equal texts are one, which saves memory and keeps a search through all of them short.
    return NameKey(name if text == name else text, intern(choseong(text)))


def plain_name(name: str) -> str:
    """Return the text of a name's key alone, the name itself where both are equal."""
    text = _fold(name)
    return name if text == name else text


def matches(key: NameKey, typed: str) -> bool:
    """Tell whether `typed` fits the name. For a long list make one `NameQuery` and ask it."""
    return last_query(typed).fits(key)


def choseong(text: str) -> str:
    """Return `text` with each Hangul syllable replaced by its first consonant."""
    return text.translate(_CHOSEONG)


class _Choseong(dict[int, int]):
    """The first consonant of each character, for `str.translate`; worked out when first met."""

    def __missing__(self, code: int) -> int:
        is_syllable = _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE
        place = (code - _FIRST_SYLLABLE) // (_VOWELS * _FINALS)
        self[code] = ord(_INITIALS[place]) if is_syllable else code
        return self[code]


_CHOSEONG = _Choseong()


def letters_of(text: str) -> str:
    """Return the letters of each syllable one by one: one wrong vowel is a small difference."""
    return unicodedata.normalize("NFD", text)


@lru_cache(maxsize=1)
def last_query(typed: str) -> NameQuery:
    """Return what was typed as a query; made once for many names."""
    return NameQuery.of(typed)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFC", text)
    return (plain if plain.isalnum() else _IGNORED.sub("", plain)).casefold()


def _is_syllable(char: str) -> bool:
    return _FIRST_SYLLABLE <= ord(char) <= _LAST_SYLLABLE


def _split_clusters(text: str) -> str:
    """Take apart two consonants that the input method has joined into one letter."""
    return "".join("".join(_CLUSTERS.get(char, (char,))) for char in text)


def _pattern(text: str) -> str:
    finished = "".join(_letter(char) for char in text[:-1])
    return finished + _composing(text[-1])


def _letter(char: str) -> str:
    """Return the pattern of a finished place; a consonant alone begins any syllable."""
    if char in _INITIALS:
        start = _FIRST_SYLLABLE + _INITIALS.index(char) * _VOWELS * _FINALS
        return f"[{char}{_range(start, _VOWELS * _FINALS)}]"
    return re.escape(char)


def _composing(char: str) -> str:
    """Return the pattern of the place under the cursor: all that it may still become."""
    if not _is_syllable(char):
        return _letter(char)
    final = (ord(char) - _FIRST_SYLLABLE) % _FINALS
    return _open_syllable(char) if final == 0 else _closed_syllable(char, final)


def _open_syllable(char: str) -> str:
    index = (ord(char) - _FIRST_SYLLABLE) // _FINALS
    initial, vowel = divmod(index, _VOWELS)
    grown = _GROWING_VOWELS.get(vowel, (vowel,))
    starts = (_FIRST_SYLLABLE + (initial * _VOWELS + each) * _FINALS for each in grown)
    return "[" + "".join(_range(start, _FINALS) for start in starts) + "]"


def _closed_syllable(char: str, final: int) -> str:
    base = ord(char) - final
    letter = _FINAL_LETTERS[final - 1]
    kept, moved = _CLUSTERS.get(letter, ("", letter))
    stays = [char, *_grown_finals(base, letter)]
    before = chr(base + (_FINAL_LETTERS.index(kept) + 1 if kept else 0))
    return f"(?:[{''.join(stays)}]|{before}{_letter(moved)})"


def _grown_finals(base: int, letter: str) -> list[str]:
    return [
        chr(base + _FINAL_LETTERS.index(cluster) + 1)
        for cluster, parts in _CLUSTERS.items()
        if parts[0] == letter
    ]


def _range(start: int, length: int) -> str:
    return f"{chr(start)}-{chr(start + length - 1)}"
