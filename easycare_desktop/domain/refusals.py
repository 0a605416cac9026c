"""The root of all refusals: what a rule of the house does not allow, told by type."""


class Refusal(Exception):  # noqa: N818 - the house word; subclasses end in Error
    """A rule said no. Carries ids, codes and dates, never personal data and never a sentence.

    `ui/wording` has the sentences for each concrete subclass; a test proves that none is missing.
    """


class InputRefusal(Refusal):
    """A value somebody typed does not fit. `field` is the catalogue code of the field, or empty."""

    def __init__(self, field: str = "") -> None:
        super().__init__(field)
        self.field = field
