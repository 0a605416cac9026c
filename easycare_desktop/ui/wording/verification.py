"""What the check of a certificate says, on the screen and in the console."""

from easycare_desktop.domain.signed_facts import CertificateSort, Outcome, SignedFacts
from easycare_desktop.services.verification import Finding, Reason, Verdict, Verification

VERDICTS: dict[Verdict, tuple[str, str]] = {
    Verdict.MATCH: ("일치", "기관이 만든 그대로입니다."),
    Verdict.MISMATCH: ("불일치", "기관이 만든 그대로가 아닙니다."),
    Verdict.CODE_ONLY: ("확인 불가", "QR은 맞습니다. 글자는 아래와 비교해 보셔야 합니다."),
    Verdict.UNCLEAR: ("확인 불가", "이것만으로는 맞는지 알 수 없습니다."),
}
_REASONS: dict[Reason, str] = {
    Reason.SIGNATURE_HOLDS: "전자서명이 맞고, 서명한 뒤 파일이 바뀌지 않았습니다.",
    Reason.SIGNATURE_BROKEN: "서명한 뒤에 파일이 바뀌었습니다.",
    Reason.SIGNED_BY_OTHER: "이 인증서가 아닌 다른 인증서로 서명한 파일입니다.",
    Reason.SIGNER_UNKNOWN: "파일은 바뀌지 않았지만, 누가 서명했는지 견줄 인증서가 없습니다.",
    Reason.SIGNED_LATE: "서명한 인증서의 기한이 발급일보다 먼저 끝났습니다.",
    Reason.KEY_RETIRED: "발급일에는 이미 새 인증서로 바뀌어, 옛 인증서로 서명할 수 없는 때입니다.",
    Reason.NOT_SIGNED: "전자서명이 없는 PDF라서 QR만 확인했습니다. 글자는 고쳤을 수 있습니다.",
    Reason.ONLY_CODE: "그림이라서 QR만 확인했습니다. 글자는 고쳤을 수 있습니다.",
    Reason.CODE_HOLDS: "QR에 담긴 사실과 그 서명이 맞습니다.",
    Reason.CODE_FORGED: "QR에 담긴 사실이 서명과 맞지 않습니다. 고친 것입니다.",
    Reason.CODE_OF_OTHER: "QR은 다른 인증서로 서명한 것입니다.",
    Reason.CODE_UNCHECKED: "QR은 읽었지만, 서명을 비교할 기관 인증서가 없습니다.",
    Reason.CODE_MISSING: "QR을 찾지 못했습니다. 더 밝고 반듯하게 찍어 주세요.",
    Reason.CODE_FOREIGN: "이지케어 데스크톱 확인서의 QR이 아닙니다.",
    Reason.FILE_UNREADABLE: "열 수 있는 PDF나 그림이 아닙니다.",
    Reason.LEDGER_HOLDS: "대장의 모든 기록이 차례대로 이어지고 서명이 맞습니다.",
    Reason.LEDGER_UNCHECKED: "대장을 확인하려면 기관 인증서가 있어야 합니다.",
    Reason.LEDGER_UNREADABLE: "대장 파일에 읽을 수 없는 줄이 있습니다.",
    Reason.LEDGER_CHANGED: "대장 기록 {entry}번의 내용이 바뀌었습니다.",
    Reason.LEDGER_GAP: "대장 기록 {entry}번 앞에서 기록이 빠졌거나 차례가 바뀌었습니다.",
    Reason.LEDGER_BAD_SIGNATURE: "대장 기록 {entry}번의 서명이 이 인증서와 맞지 않습니다.",
    Reason.LEDGER_CUT: "대장이 {entry}번 기록 뒤에서 잘렸습니다.",
    Reason.LEDGER_UNSIGNED_TAIL: "대장 기록 {entry}번부터는 아직 책임자의 서명이 없습니다.",
    Reason.LEDGER_UNSIGNED_END: "대장 끝에 서명이 없어, 뒤가 잘렸는지 알 수 없습니다.",
    Reason.LEDGER_OTHER_HEAD: "대장 기록 {entry}번이 확인서에 적힌 값과 다릅니다.",
    Reason.LEDGER_HEAD_FITS: "확인서에 적힌 대장 기록 {entry}번이 대장과 같습니다.",
    Reason.PERSON_FITS: "성명·관리번호·대조용 난수가 이 확인서의 대조값과 맞습니다.",
    Reason.PERSON_DIFFERS: "성명·관리번호·대조용 난수가 이 확인서의 대조값과 다릅니다.",
    Reason.PERSON_UNTIED: "이 확인서에는 사람과 이어 주는 대조값이 없습니다.",
}
_SORTS = {
    CertificateSort.FILE_COPY: "파기확인서 (기관 보관용)",
    CertificateSort.PERSON_COPY: "파기확인서 (정보주체 교부용)",
    CertificateSort.MEDIUM: "저장매체 파기확인서",
    CertificateSort.MEDIA: "저장매체 파기확인서 (일괄)",
    CertificateSort.PRINTED: "출력물 파기확인서",
}
_OUTCOMES = {Outcome.COMPLETE: "완료", Outcome.PARTIAL: "일부 완료", Outcome.FAILED: "실패"}
_COUNTS = {
    CertificateSort.FILE_COPY: ("없앤 열쇠", "개"),
    CertificateSort.PERSON_COPY: ("없앤 열쇠", "개"),
    CertificateSort.MEDIUM: ("없앤 매체", "개"),
    CertificateSort.MEDIA: ("없앤 매체", "개"),
    CertificateSort.PRINTED: ("없앤 묶음", "개"),
}
_NUMBERS = {CertificateSort.FILE_COPY: "파기번호", CertificateSort.PERSON_COPY: "파기번호"}
_TODO = {Verdict.MISMATCH: "그대로 받아들이지 마시고, 발급한 기관에 확인해 주세요."}
_OTHER_PERSON = (
    "불일치",
    "적으신 분의 확인서가 아닙니다.",
    "적은 글자를 종이와 다시 비교해 보시고, 그래도 다르면 발급한 기관에 확인해 주세요.",
)
COMPARE = "아래 사실을 종이에 적힌 것과 비교해 주세요."
SIGNER = "서명한 인증서 지문"


def finding_words(finding: Finding) -> str:
    """Say one thing that was found."""
    return _REASONS[finding.reason].format(entry=finding.entry)


def fact_lines(facts: SignedFacts) -> list[tuple[str, str]]:
    """Return the signed facts as they stand on the paper: label and value."""
    label, unit = _COUNTS[facts.sort]
    lines = [
        ("종류", _SORTS[facts.sort]),
        ("상태", _OUTCOMES[facts.outcome]),
        ("확인서 번호", facts.paper),
        ("발급일", f"{facts.issued_on:%Y-%m-%d}"),
        (_NUMBERS.get(facts.sort, "파기 기록번호"), facts.subject),
        (label, f"{facts.count:,}{unit}"),
        ("열쇠 세대", f"제{facts.generation}세대" if facts.generation else ""),
        ("기록 순번", f"{facts.sequence:,}" if facts.sequence else ""),
        ("이 확인값 (앞자리)", facts.entry.hex() if facts.sequence else ""),
        ("대조값 (앞자리)", facts.tie.hex() if facts.is_tied else ""),
        ("종이 아래 내용 확인값", facts.content.hex()[:12]),
        ("인증서 지문 (앞자리)", facts.key_mark.hex().upper()),
    ]
    return [(name, value) for name, value in lines if value]


def grouped(fingerprint: str) -> str:
    """Return a fingerprint in groups of eight."""
    capital = fingerprint.upper()
    return " ".join(capital[start : start + 8] for start in range(0, len(capital), 8))


def verdict_line(verdict: Verdict) -> str:
    """Return the answer with its meaning."""
    word, meaning = VERDICTS[verdict]
    return f"{word}: {meaning}"


def answer_words(found: Verification) -> tuple[str, str, str]:
    """Return the answer, its meaning, and what to do, which may be empty.

    A whole certificate of somebody else is as the office made it.
    """
    differs = {each.reason for each in found.findings if each.reason.verdict is Verdict.MISMATCH}
    if differs == {Reason.PERSON_DIFFERS}:
        return _OTHER_PERSON
    return (*VERDICTS[found.verdict], _TODO.get(found.verdict, ""))


def console_lines(found: Verification) -> list[str]:
    """Return the whole answer as plain lines."""
    word, meaning, todo = answer_words(found)
    lines = [f"{word}: {meaning}", *([todo] if todo else [])]
    lines += [f"- {finding_words(each)}" for each in found.findings]
    if found.signer:
        lines.append(f"{SIGNER}: {grouped(found.signer)}")
    if found.facts is not None:
        lines += [COMPARE, *(f"  {name}: {value}" for name, value in fact_lines(found.facts))]
    return lines
