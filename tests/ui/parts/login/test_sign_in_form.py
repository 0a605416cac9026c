"""Where the login begins, and what it asks about office code and login."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.messages import Question
from easycare_desktop.ui.widgets import Kit
from tests.helpers.login import CODE, LOGIN, PASSWORD, LoginScene


@pytest.fixture
def scene(kit: Kit, qtbot: QtBot, tmp_path: Path) -> LoginScene:
    made = LoginScene(kit, tmp_path)
    qtbot.addWidget(made.window)
    return made


def test_without_an_office_it_begins_with_what_makes_one(scene: LoginScene):
    form = scene.window.form
    assert form.first() is form.code.control
    scene.window.show_offices(())
    assert form.first() is form.new


def test_both_answers_say_what_they_do(scene: LoginScene):
    scene.sign_in(CODE, LOGIN, PASSWORD)
    question = scene.messages.of_kind("confirm")[0].content[0]
    assert isinstance(question, Question)
    assert question.title == "시설코드와 아이디를 이 PC에 저장할까요?"
    assert (question.yes, question.no) == ("저장하기", "이번에는 저장 안 함")
