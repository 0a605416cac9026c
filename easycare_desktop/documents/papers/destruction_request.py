"""개인정보파일 파기 요청서."""

from collections.abc import Callable
from functools import partial

from reportlab.platypus import Flowable

from easycare_desktop.documents.contents.destruction_request import DestructionRequest
from easycare_desktop.documents.layout.fitting import compose_within
from easycare_desktop.documents.layout.grid import grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet
from easycare_desktop.documents.layout.parts import Together, bullets, gap, section, sentence, title
from easycare_desktop.documents.layout.signatures import Line, approval_box, sign_lines, signed_on
from easycare_desktop.documents.layout.tables import Head, Pair, form_grid, list_table
from easycare_desktop.documents.layout.text import lines, plain, sized, strong
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.strings import fingerprint
from easycare_desktop.documents.values import ApprovalNames

TITLE = "개인정보파일 파기 요청서"
_BOX = 68 * MM
_PADS = (3.4, 2.2, 1.4)
# Rows that are filled in by hand are never closer.
_SIGNED = 4.7
_Part = Callable[[DestructionRequest, float, float], Flowable]
_METHOD = "암호 열쇠를 없앰(열쇠 파기). 전자 파일은 열쇠가 없으면 열리지 않습니다."
_CHECK = (
    "남은 열쇠 가운데 파기한 열쇠와 같은 것이 없는지, 남은 항목이 모두 열리는지 확인합니다. "
    "이 PC에서 정보주체의 값을 찾아 나오지 않는지도 확인합니다."
)
_ASKING = "위와 같이 개인정보의 파기를 요청합니다."
_NOTES = (
    "요청한 사람과 승인하는 사람은 서로 다른 사람이어야 합니다.",
    "이 요청서에는 정보주체의 성명을 적지 않습니다. 정보주체는 관리번호로만 가리킵니다.",
    "파기한 뒤에는 파기확인서를 만들고 파기관리대장에 적습니다.",
)


def make(value: DestructionRequest) -> bytes:
    """Return the request as PDF."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value))
    return compose_within(sheet, [partial(_story, value, sheet.width, pad) for pad in _PADS], 1)


def _story(value: DestructionRequest, width: float, pad: float) -> list[Flowable]:
    parts: dict[str, _Part] = {
        "1. 파기할 개인정보파일": _going,
        "2. 파기하지 않고 따로 보관하는 것": _staying,
        "3. 파기 사유와 일정": _cause,
        "4. 승인과 수행": _steps,
        "5. 파기하는 방법과 확인하는 방법": _ways,
        "6. 백업과 매체, 프로그램 밖의 사본": _copies,
    }
    story: list[Flowable] = [_head(value, width), gap(2), _written(value, width, pad)]
    for words, part in parts.items():
        story += section(words, part(value, width, pad), before=1.6 * pad)
    return [
        *story,
        gap(1.5),
        bullets([plain(each) for each in _NOTES]),
        Together(
            [
                gap(1),
                sentence(plain(_ASKING), after=0),
                signed_on(value.written_on),
                sign_lines([Line("요청한 사람", value.written_by)], width),
                sentence(strong(f"{value.office.name} 개인정보 보호책임자 귀하"), before=6),
            ]
        ),
    ]


def _head(value: DestructionRequest, width: float) -> Flowable:
    names = ApprovalNames(value.written_by, value.approved_by, "")
    cells = [
        [title(TITLE, f"파기번호 {value.plan_number}"), approval_box(names, value.office.look)]
    ]
    commands = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *padding(0, 0)]
    return grid(cells, [width - _BOX, _BOX], commands)


def _written(value: DestructionRequest, width: float, pad: float) -> Flowable:
    rows = [
        [
            Pair(plain("작성일"), plain(day(value.written_on))),
            Pair(plain("작성자"), plain(value.written_by)),
        ],
        [Pair(plain("정보주체"), strong(value.persons))],
    ]
    return form_grid(rows, width, pad=pad)


def _going(value: DestructionRequest, width: float, pad: float) -> Flowable:
    heads = (
        Head("개인정보파일", 42),
        Head("생성일", 24, "centre"),
        Head("보관 건수", 20, "right"),
        Head("주요 대상업무", 46),
        Head("근거", 38),
    )
    rows = [
        (
            strong(each.label),
            plain(day(each.collected_on)),
            plain(f"{each.count:,}"),
            plain(each.work),
            plain(each.basis),
        )
        for each in value.going
    ]
    return list_table(heads, rows, width, pad=pad, empty=plain("파기할 것이 없습니다."))


def _staying(value: DestructionRequest, width: float, pad: float) -> Flowable:
    heads = (Head("개인정보파일", 52), Head("보존 근거", 80), Head("만료일", 38, "centre"))
    rows = [
        (strong(each.label), plain(each.article), plain(day(each.until) or "아직 세지 않음"))
        for each in value.staying
    ]
    return list_table(heads, rows, width, pad=pad, empty=plain("따로 보관하는 것이 없습니다."))


def _cause(value: DestructionRequest, width: float, pad: float) -> Flowable:
    rows = [
        [
            Pair(plain("파기 사유"), plain(value.cause)),
            Pair(plain("파기 기한"), strong(f"{day(value.due_on)}까지")),
        ],
        [Pair(plain("특기사항"), plain(value.note or "없음"))],
    ]
    return form_grid(rows, width, pad=pad)


def _steps(value: DestructionRequest, width: float, pad: float) -> Flowable:
    rows = [
        [
            Pair(plain("승인일"), plain(day(value.approved_on))),
            Pair(plain("승인자\n(책임자)"), plain(value.approved_by)),
        ],
        [
            Pair(plain("수행일"), plain(day(value.carried_out_on))),
            Pair(plain("수행자"), plain(value.handled_by)),
        ],
        [Pair(plain("입회자"), plain(value.witness))],
    ]
    return form_grid(rows, width, pad=max(pad, _SIGNED))


def _ways(value: DestructionRequest, width: float, pad: float) -> Flowable:
    rows = [
        [Pair(plain("장소와 방법"), lines(plain("이 기관의 PC"), plain(_METHOD)))],
        [Pair(plain("확인 방법"), plain(_CHECK))],
    ]
    if value.digest:
        rows.append([Pair(plain("계획 확인값"), sized(plain(value.digest), 9))])
    return form_grid(rows, width, pad=pad)


def _copies(value: DestructionRequest, width: float, pad: float) -> Flowable:
    rows = [
        [Pair(plain("백업 조치"), plain(value.backup))],
        [Pair(plain("매체 폐기"), plain(value.media))],
    ]
    rows += [[Pair(plain(label), plain(said))] for label, said in value.outside]
    return form_grid(rows, width, label_width=42 * MM, pad=pad)
