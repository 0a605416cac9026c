"""From a point on the printed form to a dot of its picture, by the corners of its codes.

Points of a form are in points from its upper left corner, down and to the right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot

Point = tuple[float, float]
Pair = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Plane:
    """x' = a·x + b·y + c, y' = d·x + e·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, point: Point) -> Point:
        """Return where a point lies."""
        x, y = point
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def then(self, other: "Plane") -> "Plane":
        """Return the two, one after the other."""
        return Plane(
            other.a * self.a + other.b * self.d,
            other.a * self.b + other.b * self.e,
            other.a * self.c + other.b * self.f + other.c,
            other.d * self.a + other.e * self.d,
            other.d * self.b + other.e * self.e,
            other.d * self.c + other.e * self.f + other.f,
        )

    @property
    def scale(self) -> float:
        """How many dots a point is."""
        return (hypot(self.a, self.d) + hypot(self.b, self.e)) / 2

    @property
    def angle(self) -> float:
        """By how many degrees the form lies turned to the right."""
        return degrees(atan2(self.d, self.a))

    def numbers(self) -> list[float]:
        """Return the six numbers."""
        return [self.a, self.b, self.c, self.d, self.e, self.f]


def fitted(pairs: Sequence[Pair]) -> Plane:
    """Return the plane that fits best; of one code alone no more is asked than it can tell."""
    return _similar(pairs) if len(pairs) <= 4 else _affine(pairs)


def _similar(pairs: Sequence[Pair]) -> Plane:
    """Turn, one scale and a shift: least squares in closed form."""
    count = len(pairs)
    mean_x = sum(form[0] for form, _ in pairs) / count
    mean_y = sum(form[1] for form, _ in pairs) / count
    mean_u = sum(seen[0] for _, seen in pairs) / count
    mean_v = sum(seen[1] for _, seen in pairs) / count
    along = across = size = 0.0
    for form, seen in pairs:
        x, y = form[0] - mean_x, form[1] - mean_y
        u, v = seen[0] - mean_u, seen[1] - mean_v
        along += x * u + y * v
        across += x * v - y * u
        size += x * x + y * y
    a, b = along / size, across / size
    return Plane(a, -b, mean_u - a * mean_x + b * mean_y, b, a, mean_v - b * mean_x - a * mean_y)


def _affine(pairs: Sequence[Pair]) -> Plane:
    rows = [(x, y, 1.0) for (x, y), _ in pairs]
    normal = [[sum(row[i] * row[j] for row in rows) for j in range(3)] for i in range(3)]
    solved = []
    for axis in range(2):
        right = [
            sum(row[i] * seen[axis] for row, (_, seen) in zip(rows, pairs, strict=True))
            for i in range(3)
        ]
        solved.append(_solve(normal, right))
    return Plane(*solved[0], *solved[1])


def _solve(matrix: list[list[float]], right: list[float]) -> tuple[float, float, float]:
    whole = _determinant(matrix)
    found = []
    for column in range(3):
        other = [[right[i] if j == column else matrix[i][j] for j in range(3)] for i in range(3)]
        found.append(_determinant(other) / whole)
    return found[0], found[1], found[2]


def _determinant(m: list[list[float]]) -> float:
    return (
        m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
    )
