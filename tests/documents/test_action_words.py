"""Every action of the log has Korean words, on the screen and on paper."""

from easycare_desktop.documents.action_words import WHOLE
from easycare_desktop.documents.words import action_word
from easycare_desktop.domain.rights import Action


def unnamed(codes: list[str]) -> list[str]:
    return [code for code in codes if code.split(".", maxsplit=1)[0] in action_word(code)]


def test_every_action_has_words():
    assert unnamed([action.code for action in Action]) == []


def test_a_code_without_words_is_noticed():
    assert unnamed(["elsewhere.read", *WHOLE]) == ["elsewhere.read"]
