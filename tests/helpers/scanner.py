"""A scanner made of chance: a printed form becomes the scan, photo or fax that an office gets."""

import io
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from easycare_desktop.documents.preview import render_page
from easycare_desktop.documents.sign_boxes import SignBox

A4 = (595.28, 841.89)


@dataclass(frozen=True)
class Harm:
    """What happens to a page between the printer and the office."""

    dpi: int = 200
    angle: float = 0.0
    upside_down: bool = False
    blur: float = 0.0
    jpeg: int = 0
    fax: bool = False
    fold: bool = False
    noise: float = 0.0
    faint: float = 1.0
    shadow: bool = False
    shrunk: float = 1.0


def printed(pdf: bytes, page: int, dpi: int) -> Image.Image:
    """Return a page as it leaves the printer."""
    seen = render_page(pdf, page, dpi)
    return Image.frombytes("RGB", (seen.width, seen.height), seen.pixels).convert("L")


def signed(picture: Image.Image, box: SignBox, chance: Random, pen: int = 40) -> Image.Image:
    """Return the page with something like a signature in a box."""
    scale = picture.width / A4[0]
    wide, high = box.width * scale, box.height * scale
    left, top = box.left * scale, picture.height - (box.low + box.height) * scale
    points = [
        (
            left + wide * (0.15 + 0.7 * step / 11) + chance.gauss(0, wide * 0.02),
            top + high * (0.5 + 0.36 * chance.uniform(-1, 1)),
        )
        for step in range(12)
    ]
    made = picture.copy()
    ImageDraw.Draw(made).line(points, fill=pen, width=max(1, round(1.1 * scale)), joint="curve")
    return made


def scanned(picture: Image.Image, harm: Harm, chance: Random) -> Image.Image:
    """Return the page as it comes in. `picture`: the page at the dots of `harm.dpi`."""
    made = _on_paper(picture, harm.shrunk) if harm.shrunk != 1.0 else picture
    made = _folded(made, chance) if harm.fold else made
    angle = harm.angle + (180 if harm.upside_down else 0)
    made = made.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=246)
    made = made.filter(ImageFilter.GaussianBlur(harm.blur * harm.dpi / 200))
    made = ImageEnhance.Contrast(made).enhance(harm.faint)
    made = _shadowed(made) if harm.shadow else made
    made = _noisy(made, harm.noise, chance) if harm.noise else made
    return made.point(lambda value: 255 if value > 150 else 0).convert("1") if harm.fax else made


def as_file(pictures: list[Image.Image], kind: str, dpi: int, jpeg: int = 70) -> bytes:
    """Return pages as the file of a scanner: PDF, TIFF, PNG or JPEG."""
    out = io.BytesIO()
    first, more = pictures[0], pictures[1:]
    if kind == "PDF":
        first.save(out, "PDF", save_all=True, append_images=more, resolution=dpi, quality=jpeg)
    elif kind == "TIFF":
        pressed = "group4" if first.mode == "1" else "tiff_lzw"
        first.save(
            out, "TIFF", save_all=True, append_images=more, dpi=(dpi, dpi), compression=pressed
        )
    elif kind == "JPEG":
        first.convert("L").save(out, "JPEG", quality=jpeg, dpi=(dpi, dpi))
    else:
        first.save(out, "PNG", dpi=(dpi, dpi), compress_level=1)
    return out.getvalue()


def two_on_one(left: Image.Image, right: Image.Image) -> Image.Image:
    """Return two pages side by side on one sheet of the same width."""
    share = 0.7
    sheet = Image.new("L", (left.height, left.width), 250)
    size = (round(left.width * share), round(left.height * share))
    for place, each in enumerate((left, right)):
        at = (place * (sheet.width // 2) + 4, (sheet.height - size[1]) // 2)
        sheet.paste(each.resize(size, Image.Resampling.BICUBIC), at)
    return sheet


def _on_paper(picture: Image.Image, share: float) -> Image.Image:
    sheet = Image.new("L", picture.size, 252)
    size = (round(picture.width * share), round(picture.height * share))
    at = ((sheet.width - size[0]) // 2, (sheet.height - size[1]) // 2)
    sheet.paste(picture.resize(size, Image.Resampling.BICUBIC), at)
    return sheet


def _folded(picture: Image.Image, chance: Random) -> Image.Image:
    made = picture.copy()
    draw = ImageDraw.Draw(made)
    for part in (1 / 3, 2 / 3):
        y = round(made.height * (part + chance.uniform(-0.03, 0.03)))
        draw.line([(0, y), (made.width, y + chance.randint(-6, 6))], fill=150, width=2)
    return made


def _shadowed(picture: Image.Image) -> Image.Image:
    fall = Image.linear_gradient("L").rotate(90).resize(picture.size)
    return ImageChops.multiply(picture, fall.point(lambda value: 150 + value * 105 // 255))


def _noisy(picture: Image.Image, share: float, chance: Random) -> Image.Image:
    small = (picture.width // 2, picture.height // 2)
    speckle = Image.effect_noise(small, 255 * share).resize(picture.size)
    chance.random()
    return ImageChops.add(picture, speckle, scale=1, offset=-128)
