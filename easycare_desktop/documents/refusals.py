"""What keeps a paper from being made, apart from glyphs and claims."""

from easycare_desktop.domain.refusals import Refusal


class PaperTooLongError(Refusal):
    """Some text is too long for the paper. Carries nothing: the text itself may be personal."""


class PictureUnreadableError(Refusal):
    """The file is no picture or PDF that can be opened, or it has a password of its own."""
