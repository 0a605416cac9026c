"""What a switch is asked to do, and the intent it leaves in the ledger."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.security.wrapping import wrap
from easycare_desktop.storage.keys.census import fingerprints
from easycare_desktop.storage.keys.holding_keys import Envelope, envelope_binding, plain_keys
from easycare_desktop.storage.keys.key_file import KeyFile
from easycare_desktop.storage.keys.officer_secrets import officer_public
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import HoldingUnknownError

INTENT = "switch_intent"
ABANDONED = "switch_abandoned"


@dataclass(frozen=True, slots=True)
class SwitchPlan:
    """The approved numbers. `separate` names the item group of each holding.

    `doomed`: fingerprints of the keys that go, taken while generation `old` still has them.
    """

    old: int
    new: int
    destroy: frozenset[int]
    separate: Mapping[int, str]
    doomed: Mapping[int, bytes]
    digest: bytes
    number: str
    started_at: datetime


def check_known(file: KeyFile, destroy: frozenset[int], separate: Mapping[int, str]) -> None:
    """Raise `HoldingUnknownError` unless every key is here and goes one way only.

    What goes into an envelope must be a plain key; what is destroyed may be in one already.
    """
    with file.read() as connection:
        rows = connection.execute(
            "SELECT id, key IS NOT NULL FROM holding_key WHERE destroyed_at IS NULL"
            " AND id IN (SELECT value FROM json_each(?))",
            (json.dumps([*destroy, *separate]),),
        ).fetchall()
    there, plain = {row[0] for row in rows}, {row[0] for row in rows if row[1]}
    unknown = (destroy - there) | (separate.keys() - plain) | (destroy & separate.keys())
    if unknown:
        raise HoldingUnknownError(len(unknown))


def doomed_fingerprints(file: KeyFile, destroy: frozenset[int]) -> dict[int, bytes]:
    """Return the fingerprint of every key that goes."""
    with file.read() as connection:
        return fingerprints(connection, destroy)


def write_intent(keys: OpenKeys, plan: SwitchPlan) -> None:
    """Say in the ledger, before anything happens, which keys are to go."""
    facts = {
        "number": plan.number,
        "digest": plan.digest.hex(),
        "from": plan.old,
        "to": plan.new,
        "destroy": {str(each): mark.hex() for each, mark in plan.doomed.items()},
        "separate": sorted(plan.separate),
    }
    keys.ledger_append(INTENT, facts, plan.started_at)


def make_envelopes(file: KeyFile, separate: Mapping[int, str]) -> list[Envelope]:
    """Seal each key that is to be separated to the officer key in use."""
    with file.read() as connection:
        plain = plain_keys(connection) if separate else {}
        number, public = officer_public(connection)
    return [
        Envelope(
            holding_id,
            group,
            number,
            wrap(
                plain[holding_id],
                public,
                envelope_binding(file.office_id, holding_id, group, number),
            ),
        )
        for holding_id, group in sorted(separate.items())
    ]
