"""Who opened the keys, and the key pair of that person or sheet."""

from easycare_desktop.security.accounts import SHEET_ACCOUNT_ID
from easycare_desktop.security.wrapping import KeyPair


class Opener:
    """`name`: the label of the slot, or the sheet with its number."""

    def __init__(self, account_id: int, name: str, pair: KeyPair) -> None:
        self.account_id = account_id
        self.name = name
        self.pair = pair

    @property
    def by_sheet(self) -> bool:
        """Tell whether the recovery sheet opened the keys."""
        return self.account_id == SHEET_ACCOUNT_ID
