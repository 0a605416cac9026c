"""Sentences about how long something stays."""

from collections.abc import Sequence

from easycare_desktop.documents.phrases import WITH_PURPOSE

PROVES_OTHERS = (
    "동의서 원본과 받은 서류는 증명하는 정보 가운데 가장 늦게 끝나는 것과 같은 날까지 보관합니다."
)


def consented_words(period: str) -> str:
    """Say how long something stays whose consent ends by itself."""
    return f"동의한 날부터 {period}, 그 전에 {WITH_PURPOSE}"


def longest_of(stays: Sequence[str]) -> str:
    """Say which of several stays counts."""
    said = ", ".join(stays)
    return f"{said} 가운데 늦은 날까지" if len(stays) > 1 else said
