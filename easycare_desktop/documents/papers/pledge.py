"""보안서약서."""

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.pledge import Pledge
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.parts import Together, gap, section, sentence, title
from easycare_desktop.documents.layout.signatures import Line, sign_lines, signed_on
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import para, plain, strong, style, ticks
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.strings import fingerprint

TITLE = "개인정보취급자 보안서약서"
_OPENING = (
    "본인은 업무를 하면서 알게 되는 개인정보를 지키기 위하여 다음 사항을 지킬 것을 서약합니다."
)
_PROMISES = (
    "개인정보를 맡은 업무의 목적으로만 쓰고, 다른 목적으로 보거나 쓰지 않겠습니다.",
    "업무상 알게 된 개인정보와 비밀을 재직 중에도, 그만둔 뒤에도 누설하지 않겠습니다.",
    "계정과 비밀번호를 다른 사람과 함께 쓰지 않고, 자리를 비울 때 화면을 잠그겠습니다.",
    "허락 없이 개인정보를 인쇄하거나 복사하거나 밖으로 가지고 나가지 않겠습니다.",
    "이용자의 얼굴이나 서류를 찍어 휴대전화에 두거나 메신저로 보내지 않겠습니다.",
    "그만둘 때에는 가진 서류와 자료를 모두 돌려주고, 사본을 지웠음을 확인하겠습니다.",
    "이 서약을 어겨 생긴 일에는 법과 기관의 규정에 따라 책임을 지겠습니다.",
)
_BASIS = (
    "개인정보 보호법 제59조에 따라 개인정보를 처리하거나 처리하였던 사람은 "
    "업무상 알게 된 개인정보를 누설할 수 없습니다."
)
_YEARLY = "이 서약은 해마다 다시 받습니다. 누설하지 않을 의무는 그만둔 뒤에도 이어집니다."
_LEAVING = ("서류와 자료 반납", "사본 삭제 확인", "계정 사용 정지")


def make(value: Pledge) -> bytes:
    """Return the paper as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    return compose(sheet, story_of(value, sheet.width))


def story_of(value: Pledge, width: float) -> list[Flowable]:
    """Return the parts of the paper."""
    heads = (Head("번호", 14, "centre"), Head("서약하는 내용", 156))
    promises = [(plain(str(number)), plain(each)) for number, each in enumerate(_PROMISES, 1)]
    return [
        *title(TITLE),
        _who(value, width),
        gap(3),
        sentence(plain(_OPENING)),
        gap(1),
        list_table(heads, promises, width, pad=6),
        gap(2),
        sentence(plain(_BASIS)),
        sentence(plain(_YEARLY)),
        Together(
            [
                signed_on(value.signed_on),
                sign_lines(
                    [
                        Line("서약하는 사람", value.signer.name or value.name),
                        Line("확인한 사람", value.office.officer_name, due=False),
                    ],
                    width,
                ),
                para(plain(f"{value.office.name} 귀중"), style(13, bold=True, before=9, after=2)),
            ]
        ),
        *section("그만둘 때 확인 (기관이 적습니다)", _leaving(width)),
    ]


def _who(value: Pledge, width: float) -> Flowable:
    kinds = ticks(("입사", False), ("재직", False), ("퇴사", False))
    rows = [
        [
            Pair(plain("성명"), strong(value.name)),
            Pair(plain("생년월일"), plain(day(value.birth))),
        ],
        [Pair(plain("직종"), plain(value.job)), Pair(plain("관리번호"), plain(value.number))],
        [Pair(plain("입사일"), plain(day(value.hired_on))), Pair(plain("구분"), kinds)],
    ]
    return form_grid(rows, width)


def _leaving(width: float) -> Flowable:
    checks = ticks(*((words, False) for words in _LEAVING))
    rows = [[Pair(plain("확인"), checks)], [Pair(plain("날짜·확인자"), plain(""))]]
    return form_grid(rows, width)
