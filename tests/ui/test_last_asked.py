"""Of several questions to the background only the last one is answered."""

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.last_asked import LastAsked


class Window(QObject):
    def __init__(self, background: ManualBackground) -> None:
        super().__init__()
        self.question = LastAsked(background, self)
        self.results: list[object] = []
        self.errors: list[Exception] = []

    def done(self, value: object) -> None:
        self.results.append(value)

    def failed(self, error: Exception) -> None:
        self.errors.append(error)


def broken() -> int:
    raise OSError(28)


@pytest.fixture
def background(qapp: object) -> ManualBackground:
    return ManualBackground()


@pytest.fixture
def window(background: ManualBackground) -> Window:
    return Window(background)


def test_an_older_question_is_not_answered(window: Window, background: ManualBackground):
    window.question.ask(lambda: "old", window.done)
    window.question.ask(lambda: "new", window.done)
    background.run_next()
    assert window.results == []
    assert window.question.waiting
    background.run_next()
    assert window.results == ["new"]
    assert not window.question.waiting


def test_an_error_is_told_of_the_last_question_alone(window: Window, background: ManualBackground):
    window.question.ask(broken, window.done, window.failed)
    window.question.ask(lambda: 5, window.done, window.failed)
    background.drain()
    assert (window.results, window.errors) == ([5], [])
    window.question.ask(broken, window.done, window.failed)
    background.drain()
    assert [type(each) for each in window.errors] == [OSError]
    window.question.ask(broken, window.done)
    with pytest.raises(OSError, match="28"):
        background.drain()


def test_what_is_forgotten_is_not_answered(window: Window, background: ManualBackground):
    window.question.ask(lambda: 5, window.done)
    window.question.forget()
    assert not window.question.waiting
    background.drain()
    assert window.results == []


def test_a_window_that_is_gone_hears_nothing(window: Window, background: ManualBackground):
    results = window.results
    window.question.ask(lambda: 5, window.done)
    delete(window)
    background.drain()
    assert results == []
