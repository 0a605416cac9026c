"""Moments as offices say them: 오후 3시 05분, 11월 23일 월요일 오후 3시 05분."""

from datetime import datetime

_WEEK = "월화수목금토일"


def clock_time(moment: datetime) -> str:
    """Return 오전 9시 30분."""
    half = "오전" if moment.hour < 12 else "오후"
    return f"{half} {moment.hour % 12 or 12}시 {moment.minute:02d}분"


def day_and_time(moment: datetime) -> str:
    """Return 2026년 11월 23일 월요일 오전 9시 30분."""
    day = f"{moment.year}년 {moment.month}월 {moment.day}일 {_WEEK[moment.weekday()]}요일"
    return f"{day} {clock_time(moment)}"
