"""How dates, moments and money read on paper."""

from datetime import date, datetime, time

_GAP = "\u00a0" * 7
TO_WRITE_ON = "_" * 24


def day(value: date | None, empty: str = "") -> str:
    """Return 2026-11-23."""
    return f"{value:%Y-%m-%d}" if value else empty


def long_day(value: date | None) -> str:
    """Return 2026년 11월 23일, or the blanks to write it by hand."""
    if value is None:
        return f"20{_GAP}년 {_GAP}월 {_GAP}일"
    return f"{value.year}년 {value.month}월 {value.day}일"


def moment(value: datetime | None, empty: str = "") -> str:
    """Return 2026-11-23 10:12, or the day alone where no time was recorded (midnight sharp)."""
    if value is None:
        return empty
    return f"{value:%Y-%m-%d %H:%M}" if value.time() != time() else day(value)


def exact_moment(value: datetime) -> str:
    """Return 2026-11-23 10:12:05."""
    return f"{value:%Y-%m-%d %H:%M:%S}"


def won(value: int | None, empty: str = "") -> str:
    """Return 12,000원."""
    return empty if value is None else f"{value:,}원"
