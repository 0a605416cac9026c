"""Why a file is not taken in, whatever it says it is."""

from easycare_desktop.domain.refusals import Refusal


class PictureTooLargeError(Refusal):
    """The picture has more pixels than any scan. `most` are taken."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most

    @property
    def millions(self) -> int:
        """The limit in millions of pixels."""
        return self.most // 1_000_000


class PdfLockedError(Refusal):
    """The PDF is protected by a password."""


class PdfActiveError(Refusal):
    """The PDF would do something: it holds a script, a program, a form to send or a file."""


class PdfTooLargeError(Refusal):
    """The PDF unfolds to more than any scan: too many pages, huge pages or a bomb."""
