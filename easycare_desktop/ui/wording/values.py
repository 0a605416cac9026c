"""Recorded values in the words that the papers use for them."""

from easycare_desktop.documents.value_words import ValueWords, changed_words

__all__ = ["ValueWords", "changed_words"]
