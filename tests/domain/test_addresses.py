"""Addresses: what is not usual is known, so that it can be told."""

import pytest

from easycare_desktop.domain.addresses import is_usual_address


@pytest.mark.parametrize(
    "text",
    [
        "행복시 나눔구 봄길 12",
        "행복특별시 나눔구 봄대로 12-3, 101동 202호",
        "행복시 나눔구 봄로12번길 3",
        "행복도 나눔군 봄면 여름로 지하 5",
        "행복시 나눔구 봄동 123-4",
        "행복도 나눔군 봄면 여름리 산 3-1",
        "행복시 나눔구 봄로3가 15",
        "나눔우체국 사서함 12호",
    ],
)
def test_usual_addresses(text: str):
    assert is_usual_address(text)


@pytest.mark.parametrize(
    "text", ["asdf", "ㅁㄴㅇㄹ", "행복시 나눔구", "봄길", "12", "길 12", "없음"]
)
def test_others(text: str):
    assert not is_usual_address(text)
