"""Particles that follow the last sound of a word."""

_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_RIEUL = 8


def toward(word: str) -> str:
    """Return a word with 로 or 으로: 오늘로, 접수로, 설정으로."""
    last = ord(word[-1]) if word else 0
    final = (last - _FIRST) % _FINALS if _FIRST <= last <= _LAST else 0
    return f"{word}로" if final in (0, _RIEUL) else f"{word}으로"


def the_object(word: str) -> str:
    """Return the word with 을 or 를, as its last syllable asks."""
    closed = _FIRST <= ord(word[-1]) <= _LAST and (ord(word[-1]) - _FIRST) % 28 > 0
    return f"{word}{'을' if closed else '를'}"
