"""Types Korean as an input method does: composing events, then a commit.

`QTest.keyClicks` with Hangul aborts the process, so Korean goes in by input-method events.
"""

import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QWidget

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST, _LAST = "가", "힣"
_VOWELS, _FINALS = 21, 28


def compose(widget: QWidget, preedit: str) -> None:
    """Show `preedit` as being composed."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, words: str, preedit: str = "") -> None:
    """Commit `words`; `preedit` is what is composed after them."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(words)
    QCoreApplication.sendEvent(widget, event)


def type_hangul(widget: QWidget, words: str, *, leave_last: bool = False) -> None:
    """Type `words` stroke by stroke; with `leave_last` the last syllable stays composed."""
    words = unicodedata.normalize("NFC", words)
    for number, letter in enumerate(words):
        for stage in strokes(letter):
            compose(widget, stage)
        if number + 1 < len(words) or not leave_last:
            commit(widget, letter)


def strokes(letter: str) -> Iterator[str]:
    """Yield what is composed after each stroke: ㅎ, 호, 홍."""
    if not _FIRST <= letter <= _LAST:
        return
    number = ord(letter) - ord(_FIRST)
    initial, rest = divmod(number, _VOWELS * _FINALS)
    yield _INITIALS[initial]
    if rest % _FINALS:
        yield chr(ord(letter) - rest % _FINALS)
    yield letter
