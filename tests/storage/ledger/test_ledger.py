import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import Connection

from easycare_desktop.security.signing import SigningKey
from easycare_desktop.storage.keys.sqlcipher import connect
from easycare_desktop.storage.ledger import book
from easycare_desktop.storage.ledger.chain import canonical, first_hash
from easycare_desktop.storage.ledger.export import (
    LedgerFault,
    LedgerProblem,
    export_lines,
    verify_export,
)
from easycare_desktop.system.clock import SEOUL

OFFICE = "f3a1c2"
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=SEOUL)
SIGNING = SigningKey.generate(OFFICE, MORNING)


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Connection]:
    connection = connect(tmp_path / "ledger.db", b"k" * 32)
    connection.execute(book.TABLE)
    yield connection
    connection.close()


def _fill(table: Connection, count: int, *, signed: bool = True) -> None:
    for number in range(count):
        at = MORNING + timedelta(minutes=number)
        facts = {"number": f"P-{number}", "destroy": [number, 2**61]}
        book.append(table, OFFICE, "switch_intent", facts, at, SIGNING.sign if signed else None)


def _export(table: Connection) -> list[str]:
    return export_lines(OFFICE, book.entries(table), SIGNING.sign)


def _problems(lines: list[str], **more: tuple[int, bytes]) -> list[LedgerProblem]:
    return verify_export(lines, SIGNING.certificate, **more)


def _faults(lines: list[str], **more: tuple[int, bytes]) -> set[LedgerFault]:
    return {problem.fault for problem in _problems(lines, **more)}


def test_entries_follow_from_each_other(table: Connection):
    _fill(table, 3)
    first, second, third = book.entries(table)
    assert first.prev_hash == first_hash(OFFICE)
    assert (second.prev_hash, third.prev_hash) == (first.hash, second.hash)
    assert [each.seq for each in (first, second, third)] == [1, 2, 3]
    assert second.facts == {"number": "P-1", "destroy": [1, 2**61]}
    assert second.at == MORNING + timedelta(minutes=1)
    assert book.is_sound(table, OFFICE)


def test_a_changed_row_is_not_sound(table: Connection):
    _fill(table, 3)
    assert not book.is_sound(table, "other")
    table.execute("UPDATE ledger SET body = replace(body, 'P-1', 'P-9') WHERE seq = 2")
    assert not book.is_sound(table, OFFICE)


def test_facts_must_be_plain_json(table: Connection):
    with pytest.raises(TypeError):
        book.append(table, OFFICE, "kind", {"at": MORNING}, MORNING, None)
    with pytest.raises(ValueError, match="JSON"):
        book.append(table, OFFICE, "kind", {"share": float("nan")}, MORNING, None)
    assert book.entries(table) == []


def test_canonical_text_does_not_depend_on_order():
    assert canonical({"b": 1, "a": [1, None]}) == canonical({"a": [1, None], "b": 1})


@pytest.mark.parametrize("count", [0, 1, 5])
def test_an_untouched_export_stands(table: Connection, count: int):
    _fill(table, count)
    assert _problems(_export(table)) == []


def test_an_edited_entry_is_found(table: Connection):
    _fill(table, 4)
    lines = _export(table)
    lines[2] = lines[2].replace("P-1", "P-9")
    assert LedgerProblem(LedgerFault.CHANGED, 2) in _problems(lines)


def test_an_edited_entry_with_a_new_hash_is_found(table: Connection):
    _fill(table, 4)
    lines = _export(table)
    row = json.loads(lines[2])
    row["facts"]["number"] = "P-9"
    table.execute("DELETE FROM ledger WHERE seq > 1")
    again = book.append(
        table, OFFICE, row["kind"], row["facts"], datetime.fromisoformat(row["at"]), None
    )
    row["hash"] = again.hash.hex()
    lines[2] = json.dumps(row)
    assert {LedgerFault.BAD_SIGNATURE, LedgerFault.GAP} <= _faults(lines)


@pytest.mark.parametrize("removed", [1, 2, 3])
def test_a_removed_entry_is_found(table: Connection, removed: int):
    _fill(table, 4)
    lines = _export(table)
    del lines[removed]
    assert LedgerFault.GAP in _faults(lines)


def test_exchanged_entries_are_found(table: Connection):
    _fill(table, 4)
    lines = _export(table)
    lines[2], lines[3] = lines[3], lines[2]
    assert LedgerFault.GAP in _faults(lines)


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_cut_tail_is_found(table: Connection, cut: int):
    _fill(table, 4)
    lines = _export(table)
    assert LedgerFault.CUT in _faults(lines[:-cut])
    assert LedgerFault.CUT in _faults([*lines[: -cut - 1], lines[-1]])


def test_a_cut_export_that_was_signed_before_is_found_by_the_head_on_paper(table: Connection):
    _fill(table, 2)
    early = _export(table)
    _fill(table, 2)
    last = book.entries(table)[-1]
    assert _problems(early) == []
    assert _faults(early, known_head=(last.seq, last.hash)) == {LedgerFault.CUT}
    assert _problems(_export(table), known_head=(last.seq, last.hash)) == []


def test_a_chain_written_anew_is_found_by_its_signatures_or_the_head_on_paper(table: Connection):
    _fill(table, 3)
    second = book.entries(table)[1]
    table.execute("DELETE FROM ledger")
    forger = SigningKey.generate(OFFICE, MORNING)
    for number in range(3):
        book.append(table, OFFICE, "harmless", {"number": number}, MORNING, forger.sign)
    assert LedgerFault.BAD_SIGNATURE in _faults(_export(table))
    table.execute("UPDATE ledger SET signature = NULL")
    unsigned = export_lines(OFFICE, book.entries(table), None)
    assert _problems(unsigned) == [
        LedgerProblem(LedgerFault.UNSIGNED_END, 3),
        LedgerProblem(LedgerFault.UNSIGNED_TAIL, 1),
    ]
    known = _faults(unsigned, known_head=(2, second.hash))
    assert LedgerFault.OTHER_HEAD in known


def test_what_a_clerk_adds_is_an_unsigned_tail_until_an_officer_comes(table: Connection):
    _fill(table, 2)
    _fill(table, 2, signed=False)
    lines = export_lines(OFFICE, book.entries(table), None)
    assert LedgerProblem(LedgerFault.UNSIGNED_TAIL, 3) in _problems(lines)
    book.sign_head(table, OFFICE, SIGNING.sign)
    assert _problems(export_lines(OFFICE, book.entries(table), SIGNING.sign)) == []


@pytest.mark.parametrize("left", [0, 1, 2])
def test_a_ledger_cut_behind_a_signed_entry_leaves_no_end_that_anybody_signed(
    table: Connection, left: int
):
    _fill(table, 3)
    whole = _export(table)
    head = json.loads(whole[left])["hash"] if left else first_hash(OFFICE).hex()
    end = canonical({"end": left, "head": head, "signature": None})
    cut = [*whole[: left + 1], end]
    assert _problems(cut) == [LedgerProblem(LedgerFault.UNSIGNED_END, left)]


def test_another_office_does_not_verify(table: Connection):
    _fill(table, 2)
    lines = _export(table)
    lines[0] = lines[0].replace(OFFICE, "f3a1c3")
    assert {LedgerFault.GAP, LedgerFault.BAD_SIGNATURE} <= _faults(lines)


@pytest.mark.parametrize(
    "line", ["", "null", "{", '{"seq": 2}', '{"seq": "2"}', "[]", '{"seq": 2, "at": 5}']
)
def test_what_cannot_be_read_is_named(table: Connection, line: str):
    _fill(table, 3)
    lines = _export(table)
    lines[2] = line
    assert _faults(lines) & {LedgerFault.UNREADABLE, LedgerFault.GAP}


@pytest.mark.parametrize("lines", [[], [""], ["{}"], ["nothing"], ['{"format": 2}']])
def test_no_export_at_all_is_unreadable(lines: list[str]):
    assert _problems(lines) == [LedgerProblem(LedgerFault.UNREADABLE, 0)]


def test_a_signature_that_is_no_hex_is_bad(table: Connection):
    _fill(table, 2)
    lines = _export(table)
    row = json.loads(lines[-1])
    lines[-1] = json.dumps({**row, "signature": "zz"})
    assert _faults(lines) == {LedgerFault.BAD_SIGNATURE}
