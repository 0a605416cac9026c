"""What comes along with a separated holding: its history, its files, and who applied for it.

Whoever applied in the place of the person is sealed under the key of the holding itself: an officer
alone opens it, and it goes when the holding goes, from every backup too.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from easycare_desktop.security.sealing import associated_data, seal, unseal
from easycare_desktop.storage.repositories.files import SealedFile

SealedChange = tuple[int, datetime, int, bytes]
_APPLICANT = "applicant"


def annex_of(
    changes: Iterable[SealedChange], files: Iterable[SealedFile], applicant: bytes = b""
) -> str:
    """Return the annex as text; `applicant` is sealed already."""
    annex: dict[str, object] = {
        "changes": [
            [version, moment.isoformat(), account, base64.b64encode(blob).decode()]
            for version, moment, account, blob in changes
        ],
        "files": [
            [file.id, file.name, file.media, file.size, file.added_at.isoformat(), file.account_id]
            for file in files
        ],
    }
    if applicant:
        annex[_APPLICANT] = base64.b64encode(applicant).decode()
    return json.dumps(annex)


def files_in(holding_id: int, annex: str) -> list[SealedFile]:
    """Return the sealed files of a separated holding."""
    return [
        SealedFile(row[0], holding_id, row[1], row[2], row[3], _moment(row[4]), row[5])
        for row in json.loads(annex)["files"]
    ]


def seal_applicant(key: bytes, holding_id: int, values: Mapping[str, str]) -> bytes:
    """Seal who applied under the key of the holding; nothing where there is nothing to say."""
    if not values:
        return b""
    plain = json.dumps(dict(values), ensure_ascii=False).encode()
    return seal(key, plain, associated_data(holding_id, _APPLICANT, 0))


def applicant_in(holding_id: int, annex: str, key: bytes) -> dict[str, str]:
    """Return who applied, empty where nobody did. Raises `SealBrokenError`."""
    sealed = json.loads(annex).get(_APPLICANT)
    if not sealed:
        return {}
    plain = unseal(key, base64.b64decode(sealed), associated_data(holding_id, _APPLICANT, 0))
    return {str(name): str(text) for name, text in json.loads(plain).items()}


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
