"""Sheets of address labels, and who is written to."""

from dataclasses import dataclass

from easycare_desktop.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """One sheet on A4, in hundredths of a millimetre. `across`: from label to label."""

    code: str
    name: str
    columns: int
    rows: int
    width: int
    height: int
    left: int
    top: int
    across: int

    @property
    def count(self) -> int:
        """How many labels there are on the sheet."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class LabelOrder:
    """Labels for some people. `first`: the place on the first sheet to begin at, from 1."""

    people: tuple[int, ...]
    sheet: str
    first: int = 1
    sender: bool = True


class NoAddressesError(Refusal):
    """Nobody among the chosen has an address that may be used. `left_out`: how many have none."""

    def __init__(self, left_out: int) -> None:
        super().__init__(left_out)
        self.left_out = left_out
