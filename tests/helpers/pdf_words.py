"""What stands on a paper, without the spaces and line ends that its setting decides."""

import pypdfium2


def words_of(pdf: bytes) -> str:
    """Return all words of a PDF in one."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    finally:
        document.close()
