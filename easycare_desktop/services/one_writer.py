"""One writer: this installation, unless another PC has gone on with the office."""

from easycare_desktop.storage.keys.key_places import is_taken_over
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import DataForeignError, OfficeMovedError


def check_writer(keys: OpenKeys, instance: str) -> None:
    """Accept data of the installation `instance`.

    Raises `DataForeignError` for data of another installation, `OfficeMovedError` where a key
    place at hand shows that another PC has taken the office over.
    """
    if instance != keys.file.identity.instance:
        raise DataForeignError
    if is_taken_over(keys):
        raise OfficeMovedError
