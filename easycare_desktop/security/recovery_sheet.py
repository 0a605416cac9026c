"""The recovery sheet: 100 random bits that a person can copy by hand and type back."""

import secrets
import unicodedata
from dataclasses import dataclass, field

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.security.passwords import KdfParameters, derive
from easycare_desktop.security.wrapping import KeyPair

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS = 5
GROUP_LENGTH = 5
_FIELD = "recovery_code"
_VALUE_OF = {character: value for value, character in enumerate(ALPHABET)}


class RecoveryCodeLengthError(InputRefusal):
    """Not 25 characters. `found`: how many stand there, without spaces and hyphens."""

    def __init__(self, found: int) -> None:
        super().__init__(_FIELD)
        self.found = found


class RecoveryCodeCharacterError(InputRefusal):
    """A character that is never on a sheet. `group`: 1 to 5."""

    def __init__(self, group: int) -> None:
        super().__init__(_FIELD)
        self.group = group


class RecoveryCodeGroupError(InputRefusal):
    """A group whose check character does not fit: mistyped or out of place. `group`: 1 to 5."""

    def __init__(self, group: int) -> None:
        super().__init__(_FIELD)
        self.group = group


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The 25 characters of one sheet, without hyphens. Never shown in a repr."""

    characters: str = field(repr=False)

    @classmethod
    def generate(cls) -> "RecoveryCode":
        """Return a new code of 100 random bits."""
        groups = []
        for number in range(1, GROUPS + 1):
            data = "".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH - 1))
            groups.append(data + _check_character(number, data))
        return cls("".join(groups))

    @classmethod
    def parse(cls, typed: str) -> "RecoveryCode":
        """Read what somebody typed; spaces, hyphens and small letters do not matter.

        Raises `RecoveryCodeLengthError`, `RecoveryCodeCharacterError`, `RecoveryCodeGroupError`.
        """
        plain = _tidied(typed)
        if len(plain) != GROUPS * GROUP_LENGTH:
            raise RecoveryCodeLengthError(len(plain))
        code = cls(plain)
        for number, group in enumerate(code.groups, start=1):
            check_group(number, group)
        return code

    @property
    def groups(self) -> tuple[str, ...]:
        """The five groups, as they stand on the sheet."""
        return tuple(
            self.characters[start : start + GROUP_LENGTH]
            for start in range(0, len(self.characters), GROUP_LENGTH)
        )

    @property
    def text(self) -> str:
        """The groups with hyphens between, for the paper."""
        return "-".join(self.groups)

    def key_pair(self, salt: bytes, parameters: KdfParameters) -> KeyPair:
        """Return the pair to which every root is sealed; slow by design."""
        return KeyPair.from_private(derive(self.characters, salt, parameters))


def check_group(number: int, typed: str) -> str:
    """Return group `number` (1 to 5) tidied; raises like `RecoveryCode.parse`."""
    group = _tidied(typed)
    if any(character not in _VALUE_OF for character in group):
        raise RecoveryCodeCharacterError(number)
    if len(group) != GROUP_LENGTH or group[-1] != _check_character(number, group[:-1]):
        raise RecoveryCodeGroupError(number)
    return group


def _tidied(typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(each for each in plain if not each.isspace() and each not in "-–—‐‑_·.")  # noqa: RUF001


def _check_character(number: int, data: str) -> str:
    """Return the check character of group `number`.

    Each place weighs another power of x in GF(32), so one wrong character, two exchanged ones and
    two exchanged groups are always noticed.
    """
    total = number
    for character in data:
        total = _times_x(total ^ _VALUE_OF[character])
    return ALPHABET[total]


def _times_x(value: int) -> int:
    """Multiply by x in GF(32) with x^5 + x^2 + 1."""
    doubled = value << 1
    return doubled ^ 0b100101 if doubled & 0b100000 else doubled
