"""The words of a line on 오늘: what it is, whom it concerns, and the verb on its button."""

from dataclasses import dataclass

from easycare_desktop.documents.review_words import month_words
from easycare_desktop.domain.log_review import month_from
from easycare_desktop.services.today import Task, TaskKind
from easycare_desktop.ui.navigation import Badge
from easycare_desktop.ui.wording.namesakes import with_apart


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What stands in the line and on its button."""

    what: str
    action: str


TASKS: dict[TaskKind, TaskWords] = {
    TaskKind.VERIFY_REQUEST: TaskWords("이용취소 본인확인", "확인하기"),
    TaskKind.SETTLE_REQUEST: TaskWords("이용취소 정산", "정산하기"),
    TaskKind.DECIDE_REQUEST: TaskWords("이용취소 처리 정하기", "정하기"),
    TaskKind.NOTIFY_REQUEST: TaskWords("처리결과 알리기", "알리기"),
    TaskKind.ANSWER_VENDOR: TaskWords("업체 답변 확인", "적어 두기"),
    TaskKind.APPROVE_PLAN: TaskWords("파기 승인", "승인하기"),
    TaskKind.RUN_PLAN: TaskWords("승인된 파기", "이어 하기"),
    TaskKind.FINISH_PLAN: TaskWords("파기 뒤 남은 확인", "마치기"),
    TaskKind.SECOND_NOTICE: TaskWords("보관 종료·파기 알리기", "알리기"),
    TaskKind.PLAN_DUE: TaskWords("보유기간 끝난 자료", "계획하기"),
    TaskKind.CONSENT_MISSING: TaskWords("필수 동의 받기", "동의 받기"),
    TaskKind.CONSENT_ENDS: TaskWords("선택 동의 만료", "다시 묻기"),
    TaskKind.RENEWAL: TaskWords("장기요양 인정 갱신", "살펴보기"),
    TaskKind.STAFF_DUE: TaskWords("교육·건강진단 챙기기", "살펴보기"),
    TaskKind.DESIGNATION: TaskWords("장기요양기관 지정 갱신 신청", "살펴보기"),
    TaskKind.ACCOUNT_REPORT: TaskWords("받을 계좌 변경 공단에 알리기", "살펴보기"),
    TaskKind.KEY_PLACE: TaskWords("열쇠 보관처 갱신", "갱신하기"),
    TaskKind.SHEET_OPENED: TaskWords("쓴 비상 열쇠 종이 바꾸기", "바꾸기"),
    TaskKind.KEYS_MISSING: TaskWords("열쇠가 없는 자료", "할 일 보기"),
    TaskKind.CORRECTION_DUE: TaskWords("정정 요구에 답하기", "살펴보기"),
    TaskKind.HOLD_ENDS: TaskWords("분쟁보존 끝나는 날", "살펴보기"),
    TaskKind.NO_KEY_PLACE: TaskWords("열쇠 보관처 정하기", "정하기"),
    TaskKind.BACK_UP: TaskWords("백업", "백업하기"),
    TaskKind.FIRST_BACKUP: TaskWords("첫 백업", "백업하기"),
    TaskKind.CONTRACT_ENDS: TaskWords("급여계약 끝나는 날", "살펴보기"),
    TaskKind.LEAVER_ACCOUNT: TaskWords("퇴사한 분의 계정 닫기", "살펴보기"),
    TaskKind.RETURNED: TaskWords("돌아온 서류 보관", "살펴보기"),
    TaskKind.ENDING_DUE: TaskWords("관계가 끝난 분 정리", "정리하기"),
    TaskKind.ANSWER_DUE: TaskWords("신청에 답하는 기한", "살펴보기"),
    TaskKind.LOG_REVIEW: TaskWords("접속기록 점검", "점검하기"),
    TaskKind.STOP_DUE: TaskWords("처리정지 요구에 답하기", "살펴보기"),
    TaskKind.LAW_RECHECK: TaskWords("법령 기준 다시 확인", "확인하기"),
    TaskKind.PASSWORD_OLD: TaskWords("내 비밀번호 바꾸기", "바꾸기"),
}
_COUNTED: dict[TaskKind, str] = {
    TaskKind.NO_KEY_PLACE: "이 사무실",
    TaskKind.DESIGNATION: "이 사무실",
    TaskKind.ACCOUNT_REPORT: "이 사무실",
    TaskKind.BACK_UP: "백업한 지 {count}일 되었습니다",
    TaskKind.FIRST_BACKUP: "아직 백업하지 않았습니다",
    TaskKind.SHEET_OPENED: "{count}번 사용",
    TaskKind.KEYS_MISSING: "{count}건",
    TaskKind.RETURNED: "{count}건",
    TaskKind.LAW_RECHECK: "{count}줄",
    TaskKind.PASSWORD_OLD: "바꿀 때가 되었습니다",
}


def task_words(kind: TaskKind) -> TaskWords:
    """Return the words of a kind of task."""
    return TASKS[kind]


def concerned(task: Task) -> str:
    """Return whom a task concerns: 박가상 님 외 2명, 금고 USB, 3건."""
    counted = _COUNTED.get(task.kind)
    if counted is not None:
        return counted.format(count=task.others)
    if task.kind is TaskKind.KEY_PLACE:
        return task.name
    if task.kind is TaskKind.LOG_REVIEW:
        month = month_words(month_from(task.subject))
        return f"{month} 외 {task.others}개월" if task.others else month
    if task.kind is TaskKind.PLAN_DUE:
        return f"{task.others + 1}건"
    who = with_apart(task.name, task.apart) if task.name else task.number
    return f"{who} 외 {task.others}명" if task.others else who


def work_badge(overdue: int, due_today: int) -> Badge:
    """Return the number of what must be done today; red where some of it is late."""
    parts = ((overdue, "기한 지남"), (due_today, "오늘까지"))
    counts = ", ".join(f"{words} {count}건" for count, words in parts if count)
    work = overdue + due_today
    return Badge(str(work) if work else "", late=overdue > 0, counts=counts)
