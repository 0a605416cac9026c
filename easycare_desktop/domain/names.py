"""Names of people: checking, and hiding them on paper."""

import re
import unicodedata

from easycare_desktop.domain.validation_refusals import (
    CharacterNotAllowedError,
    SyllableIncompleteError,
    TextTooLongError,
    TextTooShortError,
)

LONGEST = 40
_LETTERS = 2
"""The least of a name in letters; one syllable is a name by itself."""
_SHORT = 2
_MIDDLE_DOT = "\u00b7"
_DOTS = re.compile(r"[\u318d\u30fb\uff65\u2022\u2027\u22c5]")
_CIRCLE = "\u25cb"
_HANGUL = range(0xAC00, 0xD7A4)
_SYLLABLES = re.compile(r"[\uac00-\ud7a3]+")
_JAMO = (range(0x1100, 0x1200), range(0x3131, 0x318F), range(0xA960, 0xA980), range(0xD7B0, 0xD800))


def parse_name(text: str) -> str:
    """Return the name in NFC with single blanks: Hangul or Latin letters, blank, dot, hyphen.

    One syllable is enough, of letters it takes two.
    Raises `SyllableIncompleteError`, `CharacterNotAllowedError`, `TextTooShortError`,
    `TextTooLongError`.
    """
    name = " ".join(_DOTS.sub(_MIDDLE_DOT, unicodedata.normalize("NFC", text)).split())
    if len(name) <= LONGEST and _SYLLABLES.fullmatch(name):
        return name
    for position, char in enumerate(name, start=1):
        if any(ord(char) in block for block in _JAMO):
            raise SyllableIncompleteError(position)
        if not _may_stand(char):
            raise CharacterNotAllowedError(position)
    letters = sum(char.isalpha() for char in name)
    if letters < _LETTERS and not any(ord(char) in _HANGUL for char in name):
        raise TextTooShortError(_LETTERS, letters)
    if len(name) > LONGEST:
        raise TextTooLongError(LONGEST, len(name))
    return name


def is_usual_name(name: str) -> bool:
    """Tell whether a stored name has more than one letter, as nearly all do."""
    return sum(map(str.isalpha, name)) > 1


def mask_name(name: str) -> str:
    """Return the name with its middle hidden: first and last of three, the first two of four.

    One syllable is hidden. Of a Latin name only the first letter of each word is left.
    """
    if not any(ord(char) in _HANGUL for char in name):
        return " ".join(word[:1] + _CIRCLE * 2 for word in name.split())
    plain = "".join(name.split())
    if len(plain) <= 1:
        return _CIRCLE * len(plain)
    if len(plain) <= _SHORT:
        return plain[0] + _CIRCLE
    if len(plain) == _SHORT + 1:
        return plain[0] + _CIRCLE + plain[-1]
    return plain[:2] + _CIRCLE * (len(plain) - 2)


def _may_stand(char: str) -> bool:
    if ord(char) in _HANGUL or char in {" ", _MIDDLE_DOT, "-", ".", "'", "\u2019"}:
        return True
    return char.isalpha() and unicodedata.name(char, "").startswith("LATIN ")
