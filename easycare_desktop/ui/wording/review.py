"""The words of a month of the access log: the same as on the report."""

from easycare_desktop.documents.review_words import counted, line_numbers, month_words

__all__ = ["counted", "line_numbers", "month_words"]
