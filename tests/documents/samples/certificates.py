"""Certificates of destruction."""

from dataclasses import replace
from datetime import date, timedelta

from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateState,
    DestroyedGroup,
    DestructionCertificate,
    FileCopy,
    KeyPlaceLine,
    KeyRun,
    LedgerProof,
    OutsideCopy,
    PersonCopy,
    SearchLine,
)
from easycare_desktop.documents.values import Actor, PaperSeal
from tests.documents.samples.office import (
    ENDED,
    FACTS,
    KEPT,
    NOW,
    OFFICE,
    PRACTICE,
    TODAY,
    many_kept,
)

RUN = KeyRun(
    before=41,
    after=42,
    removed=16,
    compared=4_318,
    living_opened=1_207,
    erased=True,
    started_at=NOW,
    finished_at=NOW + timedelta(seconds=3),
    tool="이지케어 데스크톱 0.1.0",
)
PLACES = (KeyPlaceLine("금고 USB", NOW), KeyPlaceLine("대표 댁 USB", NOW))
SEARCHES = (
    SearchLine("이 PC의 사무실 폴더", 9, 214, 0, control_found=True),
    SearchLine("임시 폴더와 최근 목록", 9, 1_022, 0, control_found=True),
)
OUTSIDE = (
    OutsideCopy("서류함 나-3칸의 종이", done=True, action="파쇄 12장", by="박담당", on=TODAY),
    OutsideCopy("세무 대리인", done=True, action="삭제 확인서 받음", by="박담당", on=TODAY),
)
ACTORS = (
    Actor("신청", "박담당", "사무원", NOW),
    Actor("승인자", "이보호", "보호책임자", NOW),
    Actor("수행자", "박담당", "사무원", NOW),
    Actor("확인자", "이보호", "보호책임자", NOW, "새 프로세스로 다시 열어 확인"),
)
PROOF = LedgerProof(
    sequence=98,
    previous="9f2c1a7be04d55aa" * 4,
    entry="1b6ee02f77c0ad91" * 4,
    log_head="70c1d2e3f4a5b697" * 4,
    commitment="c3a9d0e1b2f48576" * 4,
)


SEAL = PaperSeal("9f2c1a7be04d55aa" * 4, bytes(range(118)))


def destroyed_groups(count: int) -> tuple[DestroyedGroup, ...]:
    """Return `count` groups that are gone."""
    names = ("기본·연락처", "사진(소식지)", "보호자 비상연락망", "환불계좌")
    return tuple(
        DestroyedGroup(f"{names[n % 4]}", 4, n + 1, n, "동의 철회", "개인정보 보호법 제37조제3항")
        for n in range(count)
    )


def sample_certificate() -> DestructionCertificate:
    return DestructionCertificate(
        office=OFFICE,
        facts=replace(FACTS, number="2026-0098"),
        state=CertificateState.COMPLETE,
        copy=PersonCopy("홍길동", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
        issued_on=TODAY,
        person_number="R-0042",
        person_kind="수급자",
        reason="동의 철회, 급여계약 종료",
        article="개인정보 보호법 제21조제1항, 제37조제3항",
        reason_on=ENDED,
        destroy_by=date(2026, 11, 25),
        groups=destroyed_groups(4),
        run=RUN,
        key_places=PLACES,
        searches=SEARCHES,
        outside=OUTSIDE,
        kept=KEPT,
        actors=ACTORS,
        proof=PROOF,
        request_number="2026-0147",
        approval_number="2026-A-61",
        data_backups=12,
        seal=SEAL,
    )


def sample_certificate_partial() -> DestructionCertificate:
    full = sample_certificate()
    return replace(
        full,
        state=CertificateState.PARTIAL,
        copy=FileCopy(),
        office=PRACTICE,
        groups=destroyed_groups(14),
        kept=many_kept(14),
        key_places=(*full.key_places, KeyPlaceLine("본부 보관 USB")),
        outside=(*full.outside, OutsideCopy("요양보호사 휴대전화 대화방", done=False)),
        mentions_found=3,
    )


def sample_certificate_failed() -> DestructionCertificate:
    full = sample_certificate()
    return replace(
        full,
        state=CertificateState.FAILED,
        run=replace(full.run, after=41, removed=0, erased=False, errors=1),
        groups=(),
        kept=(),
        searches=(),
        outside=(),
        key_places=(),
        failure="디스크에 자리가 없어 새 열쇠 세대를 만들지 못하였습니다. 지워진 것은 없습니다.",
    )
