"""A main window with eleven items; every page is a gallery or a short list of tasks."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.navigation import Badge, NavItem
from easycare_desktop.ui.widgets import Kit, Toasts, card, column, group_head, holder
from easycare_desktop.ui.windows.shell import Occupant, Shell

ITEMS = (
    NavItem("today", "오늘", "calendar-check"),
    NavItem("people", "기초자료", "users"),
    NavItem("consents", "동의", "file-check-2"),
    NavItem("requests", "이용취소 접수", "inbox"),
    NavItem("holdings", "보유·분리보관", "folder-lock"),
    NavItem("destruction", "파기", "file-x"),
    NavItem("ledger", "파기관리대장", "book-open"),
    NavItem("papers", "문서·인쇄", "printer"),
    NavItem("backup", "백업·열쇠", "key-round", apart=True),
    NavItem("reports", "점검·보고", "shield-check"),
    NavItem("settings", "설정", "settings"),
)
TASKS = (
    ("D+3", "late", "열람 요구 답하기", "허금단 님", "11. 20. (금)", "답변 쓰기"),
    ("D+1", "late", "열쇠 보관처 2 갱신", "둘째 디스크", "11. 22. (일)", "갱신하기"),
    ("오늘", "warn", "이용취소 본인확인", "홍길동 님", "11. 23. (월)", "확인하기"),
    ("오늘", "warn", "파기 승인", "박가상 님 외 2명", "11. 23. (월)", "승인하기"),
    ("D-2", "info", "선택 동의 만료", "황금동 님", "11. 25. (수)", "다시 묻기"),
    ("D-3", "info", "퇴사자 접근권한 말소", "이모의 님", "11. 26. (목)", "말소하기"),
)


class TaskPage(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.refreshed = 0
        self.subject: object = None
        self.rows = [kit.task_row(*task) for task in TASKS]
        self.head = kit.page_head(
            "오늘", "2026년 11월 23일 월요일", kit.button("새로 접수", "primary", "plus", key="F2")
        )
        strips = (group_head("기한 지남", "2건", "danger", first=True), group_head("오늘", "4건"))
        listed = card(
            strips[0], *self.rows[:2], strips[1], *self.rows[2:], margins=(1, 1, 1, 8), gap=0
        )
        legend = kit.text("파기와 분리보관", "lead")
        months = ["8월", "9월", "10월", "11월"]
        chart = card(legend, kit.bars(months, [3, 9, 6, 5], [5, 8, 12, 7]))
        body = holder(column(kit.split(listed, chart, side=336), None, gap=16))
        self.body = kit.scroll(body)
        self.setLayout(column(self.head, self.body, margins=(24, 16, 24, 14), gap=14))
        self.setFocusProxy(self.rows[0].button)

    def refresh(self) -> None:
        self.refreshed += 1

    def show_subject(self, subject: object) -> None:
        self.subject = subject


def make_shell(
    kit: Kit, toasts: Toasts | None = None, page: Callable[[Kit], QWidget] = TaskPage
) -> Shell:
    def build() -> QWidget:
        return page(kit)

    shell = Shell(
        ITEMS,
        {item.key: build for item in ITEMS},
        Occupant("행복방문요양센터", "김연습 님", "담당", practice=True),
        kit,
        toasts or Toasts(),
    )
    shell.status.say("모두 저장됨  ·  임시 보관 10:32")
    shell.status.tell(("열쇠 42세대", "마지막 백업 11월 14일"))
    shell.set_badge("today", Badge("5", late=True))
    shell.set_badge("consents", Badge("4"))
    shell.set_badge("backup", Badge("!"))
    shell.open("today")
    return shell
