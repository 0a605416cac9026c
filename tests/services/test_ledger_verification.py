"""The ledger's export, checked with the certificate and against what a paper says."""

import json
from collections.abc import Callable

import pytest

from easycare_desktop.services.verification import Question, Reason, Verdict, verify
from tests.helpers.handed_out import OTHER, Case, reasons


def _without(lines: list[str], place: int) -> list[str]:
    return [line for number, line in enumerate(lines) if number != place]


def _edited(lines: list[str]) -> list[str]:
    row = json.loads(lines[1])
    row["at"] = "2020-01-01T00:00:00+09:00"
    return [lines[0], json.dumps(row), *lines[2:]]


def _cut(lines: list[str]) -> list[str]:
    rows = lines[:-2]
    last = json.loads(rows[-1])
    end = {"end": last["seq"], "head": last["hash"], "signature": None}
    return [*rows, json.dumps(end)]


HARMS: dict[str, tuple[Callable[[list[str]], list[str]], Reason]] = {
    "edited": (_edited, Reason.LEDGER_CHANGED),
    "removed": (lambda lines: _without(lines, 1), Reason.LEDGER_GAP),
    "reordered": (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], Reason.LEDGER_GAP),
    "end removed": (lambda lines: lines[:-1], Reason.LEDGER_CUT),
    "cut before the paper's entry": (_cut, Reason.LEDGER_CUT),
    "empty": (lambda _: ["{}"], Reason.LEDGER_UNREADABLE),
}


@pytest.fixture(scope="module")
def fitting(case: Case) -> Case:
    """What was handed out, and fits as long as nobody harms it."""
    assert verify(Question(case.filed, (case.certificate,), case.ledger)).verdict is Verdict.MATCH
    return case


@pytest.mark.parametrize("harm", HARMS)
def test_a_harmed_ledger_is_told_apart(fitting: Case, harm: str):
    case, (change, reason) = fitting, HARMS[harm]
    harmed = "\n".join(change(case.ledger.splitlines()))
    found = verify(Question(case.filed, (case.certificate,), harmed))
    assert found.verdict is not Verdict.MATCH
    assert reason in reasons(found)


def test_a_ledger_written_anew_does_not_fit_the_paper(case: Case):
    entries = [json.loads(line) for line in case.ledger.splitlines()]
    alone = verify(Question(case.ledger.encode(), (case.certificate,)))
    assert alone.verdict is Verdict.MATCH
    assert entries[-1]["end"] == len(entries) - 2
    cut = "\n".join(_cut(case.ledger.splitlines()))
    assert verify(Question(cut.encode(), (case.certificate,))).verdict is Verdict.UNCLEAR
    with_paper = verify(Question(case.filed, (case.certificate,), cut))
    assert with_paper.verdict is Verdict.MISMATCH


def test_a_ledger_of_another_office_does_not_fit(case: Case):
    found = verify(Question(case.ledger.encode(), (OTHER.certificate,)))
    assert found.verdict is Verdict.MISMATCH
    assert Reason.LEDGER_BAD_SIGNATURE in reasons(found)


def test_a_ledger_without_certificate_proves_nothing(case: Case):
    assert verify(Question(case.ledger.encode())).verdict is Verdict.UNCLEAR
