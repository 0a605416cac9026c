"""A made-up seal as it comes from a scanner: red ink on paper that is not quite white."""

import io

from PIL import Image, ImageDraw


def scanned_seal(size: int = 400, media: str = "PNG", paper: int = 243) -> bytes:
    """Return a picture of a round red seal in the middle of a page."""
    picture = Image.new("RGB", (size, size), (paper, paper, paper - 4))
    pen = ImageDraw.Draw(picture)
    edge, ink = size // 8, (196, 32, 38)
    pen.ellipse((edge, edge, size - edge, size - edge), outline=ink, width=size // 26)
    for row in range(3):
        top = size * (3 + 2 * row) // 10
        pen.line((size * 3 // 10, top, size * 7 // 10, top), fill=ink, width=size // 24)
    out = io.BytesIO()
    picture.save(out, media)
    return out.getvalue()


def blank_paper(size: int = 400) -> bytes:
    """Return a picture of nothing but paper."""
    out = io.BytesIO()
    Image.new("RGB", (size, size), (245, 245, 240)).save(out, "PNG")
    return out.getvalue()
