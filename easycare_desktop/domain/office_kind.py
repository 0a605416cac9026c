"""Whose office it is. Alone in its room, since the login window asks nothing more."""

from enum import Enum


class OfficeKind(Enum):
    """A home-care agency, or the maker of a program that agencies use."""

    AGENCY = "agency"
    VENDOR = "vendor"
