"""Whether something is written: judged in dots, never by a guess about what it says."""

from typing import TYPE_CHECKING

from easycare_desktop.documents.returned.plane import Plane
from easycare_desktop.documents.sign_boxes import SignBox

if TYPE_CHECKING:
    from PIL.Image import Image

_MM = 72 / 25.4
_DOTS = 6 / _MM
_INSET = 1.2 * _MM
_DARKER, _AT_MOST = 38, 90
_MOSTLY_PAPER, _GRAIN = 0.75, 6
_SIGNED = 0.004
_LINE = 0.7
_COARSE = 4
_SMALL = (210, 297)
_WRITTEN = 0.0006
_MARGIN = 8


def box_picture(page: "Image", plane: Plane, box: SignBox, height: float, inset: float) -> "Image":
    """Return what stands in a box, upright; `height` of the form and `inset` in points."""
    from PIL import Image

    left, top = box.left + inset, height - box.low - box.height + inset
    size = (
        max(1, round((box.width - 2 * inset) * _DOTS)),
        max(1, round((box.height - 2 * inset) * _DOTS)),
    )
    seen = Plane(1 / _DOTS, 0, left, 0, 1 / _DOTS, top).then(plane)
    return page.transform(
        size,
        Image.Transform.AFFINE,
        seen.numbers(),
        Image.Resampling.BICUBIC,
        fillcolor="white",
    )


def is_signed(page: "Image", plane: Plane, box: SignBox, height: float) -> bool:
    """Tell whether the box has ink in it; edges of the box and folds that cross it do not count."""
    depths = _depths(box_picture(page, plane, box, height, _INSET))
    return _ink(depths, _least(depths)) >= _SIGNED


def is_empty(page: "Image") -> bool:
    """Tell whether nothing is printed or written on a page, such as the back of a sheet."""
    small = page.convert("L").resize(_SMALL, reducing_gap=2.0)
    wide, high = _SMALL
    inside = small.crop((_MARGIN, _MARGIN, wide - _MARGIN, high - _MARGIN))
    return _ink(_depths(inside), _DARKER) < _WRITTEN


def _depths(patch: "Image") -> "Image":
    """Return how much darker each dot is than the paper around it."""
    from PIL import ImageChops, ImageFilter

    grey = patch.convert("L").filter(ImageFilter.MedianFilter(3))
    coarse = grey.reduce(_COARSE).filter(ImageFilter.MaxFilter(5))
    paper = coarse.filter(ImageFilter.GaussianBlur(2)).resize(grey.size)
    return ImageChops.subtract(paper, grey)


def _ink(depths: "Image", least: int) -> float:
    """Return the share of dots that are darker by more than `least`, lines across left out."""
    dark = depths.point(lambda depth: 255 if depth > least else 0)
    wide, high = dark.size
    rows = _shares(dark, (1, high))
    columns = _shares(dark, (wide, 1))
    lines = [share > _LINE for share in rows], [share > _LINE for share in columns]
    counted = sum(share for share, line in zip(rows, lines[0], strict=True) if not line) / high
    across = sum(share for share, line in zip(columns, lines[1], strict=True) if not line) / wide
    return min(counted, across)


def _least(depths: "Image") -> int:
    """Return how much darker than paper ink is: more where the paper itself is full of specks."""
    counts, total, passed = depths.histogram(), depths.width * depths.height, 0
    for depth, count in enumerate(counts):
        passed += count
        if passed >= _MOSTLY_PAPER * total:
            return min(_AT_MOST, max(_DARKER, _GRAIN * depth))
    return _DARKER


def _shares(dark: "Image", size: tuple[int, int]) -> list[float]:
    """Return the share of dark dots in each row, or in each column."""
    from PIL import Image

    squeezed = dark.resize(size, Image.Resampling.BOX)
    return [value / 255 for value in squeezed.tobytes()]
