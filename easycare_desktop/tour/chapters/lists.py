"""A list comes in from a care program, with rows that have to be mended, and is taken back."""

import io
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_HEAD = (
    "연번,수급자명,생년월일,성별,휴대폰,주소,장기요양인정번호,등급,유효기간 시작일,유효기간 종료일,"
    "본인부담률,보호자명,보호자 관계,보호자 연락처,담당 요양보호사"
)
_TYPED = "hamster-garden-27"
_REST = "2025-01-01,2028-12-31,15%"
_ROWS = (
    (
        f"1,가람솔,1938-04-05,여,1000007001,다솜시 솔길 11,L7770000001,3등급,{_REST},가보람,딸,"
        "010-0000-7101,하늬"
    ),
    (
        "2,나린별,19410712,남,010-0000-7002,다솜시 솔길 12,7770000002,4,2025.3.1,2029.2.28,"
        "감경(9%),나보람,아들,01000007102,하늬"
    ),
    f"3,다올빛,400230-2******,,010-0000-7003,다솜시 솔길 13,L7770000003,2등급,{_REST},,,,하늬",
    f"4,라온해,1945-13-40,여,010-0000-7004,다솜시 솔길 14,L7770000004,3등급,{_REST},,,,하늬",
    f"5,마루달,1943-01-02,여,010-00,다솜시 솔길 15,L777,특등급,{_REST},,,,하늬",
    f"6,가람솔,1938-04-05,여,010-0000-7001,다솜시 솔길 11,L7770000001,3등급,{_REST},,,,하늬",
)


def lists(scene: Scene, notes: Notes) -> None:
    """Bring a list in, look at it, store it, compare it next month, take it back."""
    del notes
    path = _written(scene, "수급자 목록.csv", _ROWS)
    before = len(scene.services.search.find(""))
    scene.go("people")
    scene.click("people.import")
    scene.shot("62_lists_start")
    scene.program.plan_file(path)
    scene.click("lists.choose")
    scene.hand.settle()
    path.unlink()
    scene.shot("63_lists_columns")
    scene.click("lists.next")
    scene.shot("64_lists_rows")
    scene.choose("lists.filter", "고칠 줄")
    scene.shot("65_lists_bad_rows")
    bad = scene.report.out / "고칠 줄.xlsx"
    scene.program.plan_file(bad)
    scene.click("lists.save_bad")
    scene.choose("rejects.purpose", "업무 프로그램에 옮기기")
    scene.type("rejects.reason", "목록의 잘못된 줄을 고치려고")
    scene.type("rejects.password", _TYPED)
    scene.type("rejects.password_again", _TYPED)
    scene.shot("65_lists_rejects")
    with scene.meanwhile(_stay, _close):
        scene.click("rejects.save")
        scene.hand.settle()
    scene.check(held=bad.exists(), words="the rows to mend come back as a file")
    bad.unlink()
    scene.click("lists.next")
    scene.hand.settle()
    (run,) = scene.services.imports.runs()
    scene.check(held=run.added == 2, words="two good rows came in")
    scene.check(held=len(scene.services.search.find("")) == before + 4, words="with guardians")
    scene.shot("66_lists_done")
    _next_month(scene)
    for each in scene.services.imports.runs():
        scene.services.import_undoing.undo(each.id, "연습")
    scene.check(held=len(scene.services.search.find("")) == before, words="taken back whole")


def _stay(_window: QWidget) -> None:
    """Leave the dialog alone that is in front already."""


def _close(window: QWidget) -> None:
    """Close what says that the file is saved."""
    press_words(window, "닫기")


def _next_month(scene: Scene) -> None:
    """Bring the next month as a workbook: compared, and whoever is nearly somebody is asked about.

    Nothing of it is stored.
    """
    near = f"3,가람 솔,1938-04-05,여,010-0000-7009,다솜시 솔길 19,,3등급,{_REST},,,,하늬"
    moved = (_ROWS[0].replace("솔길 11", "바람길 3"), _ROWS[1], near)
    path = scene.report.out / "다음 달 목록.xlsx"
    path.write_bytes(_workbook(moved))
    scene.click("lists.next")
    scene.click("people.import")
    scene.program.plan_file(path)
    scene.click("lists.choose")
    scene.hand.settle()
    path.unlink()
    scene.click("lists.next")
    scene.hand.settle()
    scene.choose("lists.filter", "비슷한 분")
    scene.shot("66_lists_next_month")
    counts = scene.control("lists.counts")
    said = counts.text() if isinstance(counts, QLabel) else ""
    scene.check(held="바뀜 1줄" in said and "그대로 1줄" in said, words="compared, not typed again")
    scene.check(held="비슷한 분 1줄" in said, words="nobody is registered twice without a word")
    scene.click("lists.back")


def _workbook(rows: tuple[str, ...]) -> bytes:
    """Return a list as the portal writes it."""
    out = io.BytesIO()
    book = import_module("xlsxwriter").Workbook(out, {"in_memory": True})
    page = book.add_worksheet()
    for number, row in enumerate((_HEAD, *rows)):
        page.write_row(number, 0, row.split(","))
    book.close()
    return out.getvalue()


def _written(scene: Scene, name: str, rows: tuple[str, ...]) -> Path:
    """Write a list as a care program does, in the encoding of Korean Windows."""
    path = scene.report.out / name
    lines = ("수급자 현황", _HEAD, *rows)
    path.write_bytes("\r\n".join(lines).encode("cp949"))
    return path
