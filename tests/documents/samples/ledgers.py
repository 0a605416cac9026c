"""Ledgers and plain tables."""

from dataclasses import replace
from datetime import date

from easycare_desktop.documents.contents.destruction_certificate import CertificateState
from easycare_desktop.documents.contents.destruction_ledger import DestructionLedger, LedgerRow
from easycare_desktop.documents.contents.separated_ledger import (
    ReadingLedger,
    ReadingRow,
    SeparatedLedger,
    SeparatedRow,
)
from easycare_desktop.documents.contents.table_paper import Align, Column, TablePaper
from tests.documents.samples.office import (
    ANXIOUS,
    ENDED,
    FACTS,
    LONG_OFFICE,
    NAMES,
    NOW,
    OFFICE,
    TODAY,
)


def sample_ledger(count: int = 3) -> DestructionLedger:
    row = LedgerRow(
        sequence=1,
        person_number="R-0042",
        person_kind="수급자",
        groups="기본·연락처, 사진(소식지), 보호자 비상연락망, 환불계좌",
        medium="전자(암호 열쇠)",
        keys=16,
        collected_on=date(2023, 3, 2),
        destroyed_on=TODAY,
        reason="동의 철회",
        article="개인정보 보호법 제37조제3항",
        handled_by="계정 3",
        approved_by="계정 1",
        state=CertificateState.COMPLETE,
        approval_number="D2026-0012",
        entry_hash="9f2c1a7be04d55aa" * 4,
    )
    states = tuple(CertificateState)
    rows = tuple(
        replace(
            row, sequence=n + 1, person_number=f"R-{n + 42:04}", state=states[n % 2 if n else 0]
        )
        for n in range(count)
    )
    return DestructionLedger(
        office=OFFICE,
        facts=FACTS,
        since=date(2026, 1, 1),
        until=TODAY,
        rows=rows,
        head="9f2c1a7be04d55aa" * 4 if rows else "",
        approval=NAMES,
    )


def sample_ledger_empty() -> DestructionLedger:
    return sample_ledger(0)


def sample_ledger_long() -> DestructionLedger:
    return replace(sample_ledger(60), office=replace(LONG_OFFICE, practice=True), facts=ANXIOUS)


def sample_separated(count: int = 12) -> SeparatedLedger:
    row = SeparatedRow(
        person_number="R-0042",
        group="급여계약·급여제공기록",
        article="노인장기요양보험법 시행규칙 제27조제4항",
        counted_from=ENDED,
        until=date(2031, 11, 20),
        moved_on=TODAY,
        place="분리보관 파일, 서류함 나-3칸",
        moved_by="계정 3",
        state="보관 중",
    )
    return SeparatedLedger(OFFICE, FACTS, TODAY, tuple([row] * count), NAMES)


def sample_reading(count: int = 8) -> ReadingLedger:
    row = ReadingRow(NOW, "계정 1 (책임자)", "R-0042", "급여제공기록", "본인의 열람 요구 2026-0151")
    return ReadingLedger(OFFICE, FACTS, date(2026, 1, 1), TODAY, tuple([row] * count), NAMES)


def sample_table() -> TablePaper:
    return TablePaper(
        office=OFFICE,
        facts=FACTS,
        title="접속기록 목록",
        columns=(
            Column("일시", 3, Align.CENTRE),
            Column("계정", 2),
            Column("PC", 2),
            Column("대상", 2, Align.CENTRE),
            Column("한 일", 3),
            Column("건수", 1, Align.RIGHT),
        ),
        rows=tuple(
            (f"2026-11-24 10:{n:02}:05", "계정 3", "접수대 PC", f"R-{n:04}", "조회", "1")
            for n in range(40)
        ),
        facts_above=(("기간", "2026-11-01 ~ 2026-11-24"),),
        notes=("접속기록은 2년 동안 보관합니다.",),
        approval=NAMES,
    )


def sample_table_empty() -> TablePaper:
    return replace(sample_table(), rows=(), landscape=False, approval=None)
