"""What speaks against a step of a request."""

from easycare_desktop.domain.refusals import Refusal


class NobodyToTellError(Refusal):
    """The relation ended without a form: nobody applied, so nobody is answered. `number`: whose."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class RecordGoneError(Refusal):
    """What the request says is kept apart or destroyed: it can only be given up. `number`: its."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class OpenRequestExistsError(Refusal):
    """The person already has a request that is not finished."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number
