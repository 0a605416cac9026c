"""What is wrong with a typed value: counts, codes and places, never the value itself."""

from easycare_desktop.domain.refusals import InputRefusal


class RequiredMissingError(InputRefusal):
    """The field must be filled in."""


class DigitCountError(InputRefusal):
    """There are too few or too many digits: `got`, where `least` to `most` are right."""

    def __init__(self, least: int, most: int, got: int) -> None:
        super().__init__()
        self.least = least
        self.most = most
        self.got = got

    @property
    def missing(self) -> int:
        """How many digits are missing at least."""
        return max(0, self.least - self.got)

    @property
    def surplus(self) -> int:
        """How many digits are too many at least."""
        return max(0, self.got - self.most)


class NotANumberError(InputRefusal):
    """Something else than digits and their usual signs was typed."""


class NumberTooSmallError(InputRefusal):
    """The number is smaller than `minimum`."""

    def __init__(self, minimum: int) -> None:
        super().__init__()
        self.minimum = minimum


class NumberTooLargeError(InputRefusal):
    """The number is larger than `maximum`."""

    def __init__(self, maximum: int) -> None:
        super().__init__()
        self.maximum = maximum


class PhonePrefixUnknownError(InputRefusal):
    """No telephone number begins like this."""


class AreaCodeMissingError(InputRefusal):
    """A local number without the area code."""


class LtcNumberShapeError(InputRefusal):
    """Not the letter L and ten digits (and, if known, three more): `got` digits were typed."""

    def __init__(self, got: int) -> None:
        super().__init__()
        self.got = got


class CheckDigitError(InputRefusal):
    """One digit must be wrong: the check digit does not fit."""


class OldPostcodeError(InputRefusal):
    """Six digits: a postcode from before August 2015."""


class EmailShapeError(InputRefusal):
    """Not an e-mail address. `part`: "at", "local" or "domain"."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part


class TextTooShortError(InputRefusal):
    """Fewer characters than `minimum`."""

    def __init__(self, minimum: int, got: int) -> None:
        super().__init__()
        self.minimum = minimum
        self.got = got


class TextTooLongError(InputRefusal):
    """More characters than `maximum`."""

    def __init__(self, maximum: int, got: int) -> None:
        super().__init__()
        self.maximum = maximum
        self.got = got


class CharacterNotAllowedError(InputRefusal):
    """The character at `position` (from 1) cannot stand here."""

    def __init__(self, position: int) -> None:
        super().__init__()
        self.position = position


class SyllableIncompleteError(InputRefusal):
    """A single Korean letter stands at `position` (from 1): a syllable was not finished."""

    def __init__(self, position: int) -> None:
        super().__init__()
        self.position = position


class ChoiceUnknownError(InputRefusal):
    """None of the `choices`, as the catalogue calls them."""

    def __init__(self, field: str = "", choices: tuple[str, ...] = ()) -> None:
        super().__init__(field)
        self.choices = choices


class DateNotReadableError(InputRefusal):
    """Not a date in any usual writing."""


class LunarDateError(InputRefusal):
    """A day of the lunar calendar: which day it is cannot be told without a table."""


class DateImpossibleError(InputRefusal):
    """There is no such day. `part`: "month" or "day"."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part


class DateOutOfRangeError(InputRefusal):
    """The year lies outside `first` to `last`."""

    def __init__(self, first: int, last: int) -> None:
        super().__init__()
        self.first = first
        self.last = last


class AgeOutOfRangeError(InputRefusal):
    """Nobody is older than `oldest` years."""

    def __init__(self, oldest: int) -> None:
        super().__init__()
        self.oldest = oldest


class DateOrderError(InputRefusal):
    """The day lies before the day in the field `other`."""

    def __init__(self, other: str) -> None:
        super().__init__()
        self.other = other


class BeforeBirthError(DateOrderError):
    """The day lies before the day of birth."""


class ResidentNumberUnreadError(InputRefusal):
    """No resident number of which the day of birth could be read."""


class ResidentNumberNotAllowedError(InputRefusal):
    """The text holds what looks like a resident registration number.

    Personal Information Protection Act art. 24-2: not even consent allows it.
    """


class AccountLikeResidentNumberError(ResidentNumberNotAllowedError):
    """An account is written like a resident registration number; its digits in a row are none."""


class CardNumberNotAllowedError(InputRefusal):
    """The text holds a full payment card number; only the last four digits may be kept."""
