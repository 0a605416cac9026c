"""One word for one thing: words that were thrown out come back neither on screens nor on paper."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import ROOT, nodes, place, python_files, rooms

SPOKEN_ROOMS = rooms("app", "documents", "ui", "tour")
RESOURCES = ROOT / "resources"
SPOKEN_FILES = sorted([*RESOURCES.glob("catalogue/*.toml"), *RESOURCES.glob("rules/*.toml")])
INSTEAD = {
    "거두(?!어들)|거둔|거둘|거둠": "철회(동의), 취소(신청·계획)",
    "까닭": "사유",
    "단추": "버튼",
    "감싸|감쌉|감쌌": "열쇠를 모두 새것으로 바꾸다",
    "열쇠 묶음": "열쇠 세대",
    "장부(에 남|에 적|가 |의 모든| 파일| 순번| 끝)|장부 [{]": "파기관리대장, 대장",
    "해시": "확인값",
    "폐기 (번호|기록|방법)": "파기 기록번호, 파기 기록, 파기 방법",
    "(?<![가-힣])들이(기|지|고|면)|(?<![가-힣])들(인|일|입니다|임)(?![가-힣])": "가져오기",
    "종이 짝": "종이 서류 연결",
    "보유 시계|보유·시계|년 시계": "보유기간",
    "처음 비밀번호": "임시 비밀번호",
    "암호만으로": "비밀번호만으로",
    "승인 번호|파기 번호": "파기번호",
    "파기 증명서": "파기확인서",
    "신청 번호": "접수번호",
    "내부 관리 기준|내부 기준|기관 기준": "내부방침",
    "네모 부호": "QR 코드",
    "뽑은 날": "출력일",
    "앞의 값": "이전 값",
    "누리집": "홈페이지",
    "견주": "비교, 대조",
    "더하기|더해 ": "추가하기",
    "(보호자|보호자로) 잇기|이은 보호자": "연결하기",
    r"\bD[+-]\d": "영업일 지남, 남음",
    "레코드|토큰|세션|스냅샷|엔티티": "말로 풀어서",
}
HANGUL = re.compile("[가-힣]")


def spoken(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of every Korean literal that is no docstring."""
    told = {
        id(node.value)
        for node in nodes(path)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def written(content: object) -> Iterator[str]:
    """Yield every text of a table."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for each in content.values() if isinstance(content, dict) else content:
            yield from written(each)


def thrown_out(text: str) -> list[str]:
    """Return what stands in a text and has another word, with that word."""
    if not HANGUL.search(text) and not re.search(r"\bD[+-]\d", text):
        return []
    return [f"{old} -> {new}" for old, new in INSTEAD.items() if re.search(old, text)]


def test_screens_and_papers_say_the_chosen_words():
    found = [
        f"{place(path, line)}: {each}"
        for path in python_files(*SPOKEN_ROOMS)
        for line, text in spoken(path)
        for each in thrown_out(text)
    ]
    assert not found, "\n".join(found)


def test_what_is_data_says_the_chosen_words():
    assert len(SPOKEN_FILES) > 5
    found = [
        f"{path.name}: {each} in {text}"
        for path in SPOKEN_FILES
        for text in written(tomllib.loads(path.read_text(encoding="utf-8")))
        for each in thrown_out(text)
    ]
    assert not found, "\n".join(found)


def test_a_word_that_was_thrown_out_would_be_found(tmp_path: Path):
    planted = tmp_path / "planted.py"
    planted.write_text('"""까닭."""\nA = f"{1} 동의를 거둔 날"\nB = "D+3"\n', encoding="utf-8")
    found = [(line, each) for line, text in spoken(planted) for each in thrown_out(text)]
    assert sorted(line for line, _ in found) == [2, 3]
    assert thrown_out("적으신 내용을 받아들이지 못했습니다.") == []
    assert thrown_out("목록을 들이지 못했습니다") != []
