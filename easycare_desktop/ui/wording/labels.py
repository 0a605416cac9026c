"""The word for every code on the screen: the same words as on paper."""

from enum import Enum

from easycare_desktop.documents.actor_words import CHECK_BROKEN
from easycare_desktop.documents.channel_words import CHANNELS
from easycare_desktop.documents.item_words import item_words
from easycare_desktop.documents.people_words import active_words
from easycare_desktop.documents.words import action_word, word

__all__ = ["CHANNELS", "CHECK_BROKEN", "action_label", "active_words", "item_words", "label"]


def label(code: Enum) -> str:
    """Return the Korean word for a code."""
    return word(code)


def action_label(code: str) -> str:
    """Return what the log calls an action."""
    return action_word(code)
