"""What stands on one page that came in: one form, several, a part that nobody can name, nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from easycare_desktop.documents.returned.codes import FoundCode, find_codes
from easycare_desktop.documents.returned.ink import is_empty, is_signed
from easycare_desktop.documents.returned.pages import InPage, PdfPage
from easycare_desktop.documents.returned.plane import Pair, Plane, Point, fitted
from easycare_desktop.documents.sign_boxes import SignBox
from easycare_desktop.documents.slip_place import A4, A4_SIDE, SLIP_SIZE, slip_corner
from easycare_desktop.domain.return_codes import ReturnCode

if TYPE_CHECKING:
    from PIL.Image import Image

_WHOLE = 0.55
_OVERLAP = 0.3
_ROUND = 0.02
Area = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of a form. Without `code` nobody can tell which; `mixed`: codes contradict.

    `turn`: degrees to turn it to the left so that it stands upright; `plane` tells where a point
    of the form lies on `grey`.
    """

    kept: "PdfPage | Image" = field(repr=False)
    grey: "Image" = field(repr=False)
    code: ReturnCode | None = None
    plane: Plane | None = None
    turn: int = 0
    mixed: bool = False
    other_program: bool = False

    def signed(self, boxes: Sequence[SignBox]) -> tuple[bool, ...]:
        """Tell of each box of this page whether something is written in it."""
        plane = self.plane
        if plane is None:
            return tuple(False for _ in boxes)
        return tuple(is_signed(self.grey, plane, box, A4[1]) for box in boxes)

    def upright(self) -> Plane | None:
        """Return where a point lies as shares of width and height of the page set upright."""
        if self.plane is None:
            return None
        wide, high = self.grey.size
        shares = self.plane.then(Plane(1 / wide, 0, 0, 0, 1 / high, 0))
        for _ in range(self.turn // 90):
            shares = shares.then(Plane(0, 1, 0, -1, 0, 1))
        return shares


@dataclass(frozen=True, slots=True)
class _Form:
    code: ReturnCode
    plane: Plane
    area: Area


def read_page(page: InPage) -> list[FoundPage]:
    """Return what stands on a page; nothing where it is empty."""
    if is_empty(page.grey):
        return []
    codes = find_codes(page.grey)
    known = [each for each in codes if each.code is not None]
    if not known:
        return [FoundPage(page.kept, page.grey, other_program=bool(codes))]
    forms = _forms(known, page.grey.size)
    if any(_overlap(one.area, two.area) for one in forms for two in forms if one is not two):
        return [FoundPage(page.kept, page.grey, mixed=True)]
    if len(forms) == 1 and _share(forms[0].area, page.grey.size) >= _WHOLE:
        form = forms[0]
        return [_found(page.kept, page.grey, form.code, form.plane)]
    return [*(_cut(page, form) for form in forms), *_rest(page, forms)]


def _forms(codes: Sequence[FoundCode], size: tuple[int, int]) -> list[_Form]:
    """Put the codes of one page of one form together; each tells where the form lies."""
    by_page: dict[tuple[str, int], list[tuple[ReturnCode, FoundCode]]] = {}
    for each in codes:
        if each.code is not None:
            place = (each.code.slip.number, each.code.page)
            by_page.setdefault(place, []).append((each.code, each))
    forms = []
    for group in by_page.values():
        pairs = [pair for code, found in group for pair in _pairs(code, found)]
        plane = fitted(pairs)
        forms.append(_Form(group[0][0], plane, _area(plane, size)))
    return forms


def _pairs(code: ReturnCode, found: FoundCode) -> list[Pair]:
    left, low = slip_corner(code.place, A4, A4_SIDE)
    top, end = A4[1] - low - SLIP_SIZE, left + SLIP_SIZE
    corners: tuple[Point, ...] = (
        (left, top),
        (end, top),
        (end, top + SLIP_SIZE),
        (left, top + SLIP_SIZE),
    )
    return list(zip(corners, found.corners, strict=True))


def _area(plane: Plane, size: tuple[int, int]) -> Area:
    """Return what the form covers of the picture, a little more on each side."""
    width, height = A4
    corners = [plane.at(each) for each in ((0, 0), (width, 0), (width, height), (0, height))]
    more = _ROUND * height * plane.scale
    return (
        max(0, round(min(x for x, _ in corners) - more)),
        max(0, round(min(y for _, y in corners) - more)),
        min(size[0], round(max(x for x, _ in corners) + more)),
        min(size[1], round(max(y for _, y in corners) + more)),
    )


def _size(area: Area) -> int:
    return max(0, area[2] - area[0]) * max(0, area[3] - area[1])


def _share(area: Area, size: tuple[int, int]) -> float:
    return _size(area) / (size[0] * size[1])


def _overlap(one: Area, two: Area) -> bool:
    common = (
        max(one[0], two[0]),
        max(one[1], two[1]),
        min(one[2], two[2]),
        min(one[3], two[3]),
    )
    return _size(common) > _OVERLAP * min(_size(one), _size(two))


def _found(kept: "PdfPage | Image", grey: "Image", code: ReturnCode, plane: Plane) -> FoundPage:
    return FoundPage(kept, grey, code, plane, turn=round(plane.angle / 90) % 4 * 90)


def _cut(page: InPage, form: _Form) -> FoundPage:
    """Return one of several forms on a page as a page of its own."""
    source = page.grey if isinstance(page.kept, PdfPage) else page.kept
    moved = form.plane.then(Plane(1, 0, -form.area[0], 0, 1, -form.area[1]))
    return _found(source.crop(form.area), page.grey.crop(form.area), form.code, moved)


def _rest(page: InPage, forms: Sequence[_Form]) -> list[FoundPage]:
    """Return what lies beside the forms, if something is written there: never lose a form."""
    grey = page.grey.copy()
    for form in forms:
        grey.paste(255, form.area)
    return [] if is_empty(grey) else [FoundPage(page.kept, grey)]
