"""Each holding lies in one plan at most."""

from easycare_desktop.domain.refusals import Refusal


class AlreadyPlannedError(Refusal):
    """Another plan that is not finished holds this already."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number
