"""What keeps a paper from being made, apart from glyphs and claims."""

from easycare_desktop.domain.refusals import Refusal


class PaperTooLongError(Refusal):
    """Some text is too long for the paper. Carries nothing: the text itself may be personal."""
