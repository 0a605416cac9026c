"""Whoever shows a password while the office is open; what fails is on record, too."""

from collections.abc import Iterator
from contextlib import contextmanager

from easycare_desktop.domain.rights import Action
from easycare_desktop.security.accounts import PasswordGivenError
from easycare_desktop.services.door import Door
from easycare_desktop.storage.keys.refusals import (
    AccountBlockedError,
    TooManyTriesError,
    WrongLoginError,
)

_FAILED = (WrongLoginError, TooManyTriesError, AccountBlockedError, PasswordGivenError)


@contextmanager
def failures_on_record(door: Door, what: str) -> Iterator[None]:
    """Write a line into the access log where a proof fails, and let the refusal pass.

    `what`: for what somebody was asked. Must not lie inside an action.
    Source: safety measures standard, art. 8 (who tried, when, whether it held).
    """
    try:
        yield
    except _FAILED:
        with door.enter(Action.PROOF_FAILED, detail=what):
            pass
        raise
