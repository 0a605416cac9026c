"""All parts of the house on one sheet."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.models import Cell, Column, Mark, RowModel, Span
from easycare_desktop.ui.widgets import Kit, Notice, SideLine, card, column, group_head, holder, row
from easycare_desktop.ui.widgets.practice_band import PracticeBand
from easycare_desktop.ui.widgets.toast import Toast


@dataclass(frozen=True, slots=True)
class Kept:
    number: int
    what: str
    why: str
    until: str
    passed: float
    state: str
    tone: str


KEPT = (
    Kept(1, "급여계약·급여제공기록", "노인장기요양보험법 시행규칙 제27조제4항",
         "2031-11-20까지 · 5년", 0.3, "법정 보유", "stay"),
    Kept(2, "본인부담금 결제", "전자상거래법 시행령 제6조제1항제3호",
         "2031-11-10까지 · 5년", 0.02, "법정 보유", "stay"),
    Kept(3, "사진 (소식지)", "선택 동의 2025-02-03", "지체 없이", 1.0, "파기 예정", "go"),
)  # fmt: skip


def kept_model() -> RowModel[Kept]:
    model: RowModel[Kept] = RowModel(
        (
            Column("무엇을 · 왜", lambda k: Cell(k.what, k.why, strong=True), lambda k: k.what),
            Column("남은 기간", lambda k: Cell(clock=Span(k.passed, k.until)), width=190),
            Column("상태", lambda k: Cell(mark=Mark(k.state, k.tone)), lambda k: k.state, 110),
        ),
        lambda k: k.number,
    )
    model.show(KEPT)
    return model


class Gallery(QWidget):
    """Keeps what it makes as attributes, so that tests can press and fill it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        kit.appearance.dress(self)
        self.setProperty("part", "page")
        self.kit = kit
        left = column(self._buttons(), self._fields(), self._progress(), self._table(), gap=16)
        right = column(self._words(), self._notes(), self._tasks(), self._chart(), gap=16)
        self.split = kit.split(holder(left), holder(right), side=540)
        body = holder(column(self.split, self._sides(), None, margins=(24, 12, 24, 24), gap=16))
        self.head = kit.page_head(
            "모든 부품", "가나다 100", kit.button("새로", "primary", "plus", key="F2")
        )
        self.foot = kit.foot(
            kit.button("다음: 본인확인", "primary"),
            others=[kit.button("접수 그만두기")],
            quiet=[kit.button("승인함에 두기", "quiet", "inbox")],
            note="칸을 다 채우지 않아도 임시 보관됩니다.",
        )
        head = holder(column(self.head, margins=(24, 14, 24, 8)))
        box = column(PracticeBand(kit.appearance), head, kit.scroll(body), self.foot, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)

    def _buttons(self) -> QWidget:
        kit = self.kit
        self.held = kit.button("초점이 있는 버튼")
        off, gone = kit.button("누를 수 없음"), kit.button("파기하기", "danger")
        for button in (off, gone):
            button.setEnabled(False)
        first = row(
            kit.button("열기", "primary"),
            kit.button("취소"),
            kit.button("비상 열쇠 종이", "quiet", "key-round"),
            kit.button("파기하기", "danger"),
            kit.button("", "icon", "zoom-in", name="크게 보기"),
            None,
        )
        second = row(self.held, off, gone, kit.button("줄 안", fit="row"), None)
        return card(kit.text("버튼", "lead"), first, second)

    def _fields(self) -> QWidget:
        kit = self.kit
        self.name = kit.text_field("보통", example="이름을 적어 주세요", required=True)
        self.wrong = kit.text_field("틀림", "010-0000", typing="digits", required=True)
        self.wrong.set_error("끝에 네 자리가 모자랍니다.")
        self.right = kit.text_field("맞음", "2026-11-30")
        self.right.set_ok("월요일입니다.")
        self.fixed = kit.text_field("읽기만", "P-00128", "프로그램이 붙입니다.")
        self.fixed.control.setReadOnly(True)
        form = kit.form(4)
        form.add(self.name, self.wrong, self.right, self.fixed)
        self.search = kit.search_edit("이름, 초성, 번호로 찾기")
        self.search.setText("ㅎㄱㄷ")
        self.secret = kit.password_edit()
        self.strip = kit.choice(
            [(1, "항상 저장"), (2, "저장할 때마다 물어보기"), (3, "저장 안 함")], 2
        )
        self.combo = kit.combo([(1, "흑백 레이저"), (2, "컬러 잉크젯")])
        self.tick = kit.check("철할 자리", checked=True)
        ticks = row(kit.check("양면"), self.tick, kit.radio("전부", checked=True), None, gap=16)
        note = kit.text_edit("여러 줄로\n적습니다.", lines=2)
        pair = kit.form(2)
        pair.add(kit.field("비밀번호", self.secret), kit.field("프린터", self.combo))
        return card(
            kit.text("칸", "lead"),
            form,
            self.search,
            pair,
            self.strip,
            ticks,
            kit.field("메모", note),
        )

    def _progress(self) -> QWidget:
        names = ["신청서", "본인확인", "정산·자료", "보유 판단", "결과 통지"]
        self.steps = self.kit.steps(names, 2)
        tabs = self.kit.tabs(["기본", "관계", "동의", "보유기간"], "사람의 자료")
        return card(self.steps, tabs, margins=(20, 4, 20, 8))

    def _table(self) -> QWidget:
        self.table = self.kit.table(kept_model(), "보유기간", rows_shown=3)
        self.table.choose_first()
        return card(self.table, margins=(1, 1, 1, 1))

    def _words(self) -> QWidget:
        kit = self.kit
        chips = row(
            kit.chip("D+3", "late"), kit.chip("오늘", "warn"), kit.chip("D-2", "info"),
            kit.chip("최신", "ok"), kit.key_cap("F2"), None,
        )  # fmt: skip
        more = row(
            kit.chip("법정 보유", "stay"), kit.chip("파기 예정", "go"),
            kit.chip("처리정지", "danger"), kit.chip("3등급"), None,
        )  # fmt: skip
        words = row(kit.text("12", "number"), kit.text("오늘 24", "title"), None, gap=16)
        plain = row(
            kit.text("본문"), kit.text("강조", "strong"), kit.text("둘째 줄", "caption"), None
        )
        return card(words, plain, chips, more, kit.pair("생년월일", "1941년 1월 1일", "만 85세"))

    def _notes(self) -> QWidget:
        kit = self.kit
        again = kit.button("다시 찾기", "secondary", "rotate-cw", fit="row")
        lines = ("자료와 열쇠는 이 PC에 그대로 있습니다.", "둘째 디스크를 꽂아 주세요. (KP-104)")
        box = column(
            kit.banner("info", "접수증을 인쇄할 수 있습니다."),
            kit.banner("warn", "자료 백업을 한 지 9일 되었습니다."),
            kit.banner("danger", "열쇠 보관처 2를 찾지 못했습니다.", *lines, action=again),
            kit.banner("ok", "두 곳 모두 42세대입니다."),
            kit.banner("stay", "2031년 11월 20일까지 보관합니다."),
        )
        made = holder(box)
        made.layout().addWidget(Toast(kit.appearance, Notice("주소를 고쳤습니다", int), made))
        return made

    def _tasks(self) -> QWidget:
        kit = self.kit
        one = kit.task_row(
            "D+3", "late", "열람 요구 답하기", "허금단 님", "11. 20. (금)", "답변 쓰기"
        )
        two = kit.task_row("오늘", "warn", "파기 승인", "박가상 님", "11. 23. (월)", "승인하기")
        return card(
            group_head("기한 지남", "2건", "danger", first=True),
            one,
            two,
            margins=(1, 1, 1, 1),
            gap=0,
        )

    def _chart(self) -> QWidget:
        kit = self.kit
        legend = row(
            kit.swatch(hatched=False), kit.text("파기", "caption"), 8,
            kit.swatch(hatched=True), kit.text("분리보관", "caption"), None,
        )  # fmt: skip
        bars = kit.bars(["8월", "9월", "10월", "11월"], [3, 9, 6, 5], [5, 8, 12, 7])
        empty = kit.empty(
            "circle-check",
            "기다리는 파기가 없습니다",
            "보유기간이 끝나면 나타납니다.",
            colour="ok_text",
        )
        return card(legend, bars, empty)

    def _sides(self) -> QWidget:
        goes = [SideLine("기본·연락처", "급여계약이 끝나 목적을 다했습니다", "열쇠 1개")]
        stays = [
            SideLine("급여계약서·급여제공기록", "노인장기요양보험법 시행규칙 제27조제4항",
                     "2031-11-20까지", "급여 끝 2026-11-20부터 5년"),
            SideLine("본인부담금 결제", "전자상거래법 시행령 제6조제1항제3호",
                     "2031-11-10까지", "결제 2026-11-10부터 5년"),
        ]  # fmt: skip
        return self.kit.goes_stays(
            goes, stays, goes_chip="1가지 · 열쇠 1개", stays_chip="2가지 · 분리보관",
            goes_foot="종이와 휴대전화에 남은 것은 다음 화면에서 셉니다.",
            stays_foot="날짜가 되면 「오늘」에 나타납니다.",
        )  # fmt: skip
