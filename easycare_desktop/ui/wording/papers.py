"""The title of every paper, the usual purposes of printing it, and why it is printed again."""

from typing import Literal

from easycare_desktop.services.papers import PARTS, TITLES, MadePaper, PaperKind

MEDIA = {"application/pdf": "PDF", "image/png": "PNG 사진", "image/jpeg": "JPG 사진"}
SCANS = "PDF·TIFF·사진 (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)"
EDITED_COPY = "고쳐 쓰는 사본"
_KILO = 1024
_TO_SIGN = ("서명 받기", "미리 설명하기", "기관 보관")
PACKET_PURPOSES = ("신규 등록", "미리 설명하기", "기관 보관")
_TO_HAND_OVER = ("신청인에게 드리기", "기관 보관")
_TO_REVIEW = ("기관 보관", "월별 점검", "감독기관 제출")
_PURPOSES: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.CONSENT_FORM: _TO_SIGN,
    PaperKind.BLANK_CONSENT_FORM: _TO_SIGN,
    **dict.fromkeys(PARTS, _TO_SIGN),
    PaperKind.BLANK_CONSENT_PART: _TO_SIGN,
    PaperKind.GUARDIAN_CONSENT: _TO_SIGN,
    PaperKind.BLANK_GUARDIAN_CONSENT: _TO_SIGN,
    PaperKind.POWER_OF_ATTORNEY: _TO_SIGN,
    PaperKind.BLANK_POWER_OF_ATTORNEY: _TO_SIGN,
    PaperKind.PLEDGE: _TO_SIGN,
    PaperKind.BLANK_PLEDGE: _TO_SIGN,
    PaperKind.CANCELLATION_FORM: _TO_SIGN,
    PaperKind.BLANK_CANCELLATION_FORM: _TO_SIGN,
    PaperKind.VENDOR_FORM: ("업체에 보내기", "기관 보관"),
    PaperKind.RECEIPT: _TO_HAND_OVER,
    PaperKind.SUPPLEMENT_REQUEST: ("신청인에게 보내기", "기관 보관"),
    PaperKind.BLANK_SUPPLEMENT: ("신청인에게 보내기", "기관 보관"),
    PaperKind.DESTRUCTION_REQUEST: ("책임자 승인 받기", "기관 보관"),
    PaperKind.RESULT_NOTICE: _TO_HAND_OVER,
    PaperKind.CERTIFICATE: _TO_REVIEW,
    PaperKind.CERTIFICATE_PERSON: ("본인에게 드리기", "기관 보관"),
    PaperKind.OFFICE_CERTIFICATE: ("확인서와 함께 드리기", "기관 보관"),
    PaperKind.BOX_LABEL: ("서류함에 붙이기", "기관 보관"),
    PaperKind.ONE_PAGE_ANSWER: ("본인에게 드리기", "기관 보관"),
    PaperKind.RIGHTS_NOTICE: ("본인에게 드리기", "기관 보관"),
    PaperKind.SECOND_NOTICE: ("본인에게 드리기", "기관 보관"),
    PaperKind.BASIC_CARD: ("방문 전에 보기", "담당자 인계", "기관 보관"),
    PaperKind.TRANSFER_LIST: ("폐업 이관", "휴업 이관", "지정 만료 이관"),
    PaperKind.BLANK_LOST_LIST: ("폐업 이관", "휴업 이관", "지정 만료 이관"),
    PaperKind.ADDRESS_LABELS: ("안내문 보내기", "통지서 보내기"),
}
AGAIN: tuple[tuple[str, str], ...] = (
    ("extra", "한 부 더 필요함"),
    ("misprint", "잘못 인쇄됨"),
    ("lost", "잃어버림"),
    ("asked", "신청인이 다시 요청함"),
)


def file_words(media: str, size: int) -> str:
    """Say what a stored file is; `size` in bytes."""
    return f"{MEDIA[media]} · {max(1, size // _KILO):,} KB"


def paper_title(kind: PaperKind) -> str:
    """Return the title of a paper as the screen says it."""
    return TITLES[kind.code]


def job_title(paper: MadePaper) -> str:
    """Return the title of a paper, or of a job of several."""
    title, kinds = paper_title(paper.kind), {each.kind for each in paper.parts}
    if not paper.parts:
        return title
    count = len(paper.parts)
    return f"{title} {count}부" if len(kinds) == 1 else f"{title} 등 한 벌 {count}부"


def purposes_of(kind: PaperKind) -> tuple[str, ...]:
    """Return the usual purposes, the most frequent one first."""
    return _PURPOSES.get(kind, _TO_REVIEW)


def kind_of_code(code: str) -> PaperKind | None:
    """Return the kind of paper with this code, or None."""
    return next((kind for kind in PaperKind if kind.code == code), None)


def left_words(copies: int, *, saved: bool) -> tuple[str, Literal["", "info"]]:
    """Say how a paper left the program, with the tone of the mark."""
    if copies and saved:
        return f"{copies}부 · 저장", "info"
    if copies:
        return f"{copies}부 인쇄", "info"
    return ("파일 저장", "info") if saved else ("보기만 함", "")
