"""Certificates of media and paper, and the label of a box."""

from dataclasses import replace
from datetime import timedelta

from easycare_desktop.documents.contents.box_label import BoxLabel
from easycare_desktop.documents.contents.disposal_certificate import (
    DisposalCertificate,
    DisposalSort,
    DisposedLine,
)
from tests.documents.samples.certificates import PROOF, SEAL
from tests.documents.samples.office import ANXIOUS, FACTS, LONG_OFFICE, NOW, OFFICE, TODAY

DISK = DisposedLine(
    "S-0001",
    "하드디스크",
    (
        ("제조사", "가상전자"),
        ("모델", "VX-2000"),
        ("제조번호 S/N", "VX2000-0001-ABCD"),
        ("자산번호", "A-17"),
        ("용량", "1TB"),
        ("암호화", "했음"),
    ),
)
BOX = DisposedLine("B-0001", "2020년 수급자 서류", (("캐비닛", "가"), ("칸", "3")))


def sample_medium() -> DisposalCertificate:
    return DisposalCertificate(
        office=OFFICE,
        facts=FACTS,
        sort=DisposalSort.MEDIUM,
        number="W2026-0001",
        issued_on=TODAY,
        lines=(DISK,),
        method="천공",
        method_class="파괴(Destroy) · NIST SP 800-88",
        at=NOW,
        place="사무실 뒷마당",
        proof=replace(PROOF, commitment=""),
        handled_by="박담당",
        witness="이보호",
        photos=2,
        seal=SEAL,
    )


def sample_media_long() -> DisposalCertificate:
    lines = tuple(replace(DISK, number=f"S-{number:04d}") for number in range(1, 41))
    return replace(
        sample_medium(),
        office=LONG_OFFICE,
        facts=ANXIOUS,
        sort=DisposalSort.MEDIA,
        lines=lines,
        company="아주긴이름의기록물파기전문주식회사 가상지점",
        company_number="000-00-00000",
        receipt="V-2026-000123",
        remark="부순 조각은 업체가 가져가 녹였습니다.",
    )


def sample_printed() -> DisposalCertificate:
    return replace(
        sample_medium(),
        sort=DisposalSort.PRINTED,
        lines=(BOX,),
        method="용해",
        amount="3권 420장",
        persons="R-0042",
        plan_number="D2026-0012",
        company="가상용해",
        on_site="최현장",
        on_site_at=NOW + timedelta(hours=1),
        witness="",
        photos=0,
    )


def sample_printed_empty() -> DisposalCertificate:
    return replace(sample_medium(), sort=DisposalSort.PRINTED, witness="", photos=0, seal=None)


def sample_box() -> BoxLabel:
    return BoxLabel(
        office=OFFICE,
        facts=FACTS,
        number="B-0001",
        label="2026년 수급자 서류",
        cabinet="가 캐비닛",
        compartment="3칸",
        key_holder="박담당",
        contents="급여계약서, 급여제공기록지",
        since=TODAY,
    )
