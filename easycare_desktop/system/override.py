"""`override` for what the first window is made of.

Python 3.11 has none of its own, and the library that brings one takes longer to load than any of
our own rooms; the type checker sees the same mark either way.
"""

from typing import TYPE_CHECKING, TypeVar

M = TypeVar("M")

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: M) -> M:
        """Mark a method that stands in for one of its base class."""
        return method


__all__ = ["override"]
