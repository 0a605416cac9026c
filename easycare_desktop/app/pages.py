"""The pages of the navigation, and which page belongs to which task of the day."""

from easycare_desktop.services.today import TaskKind
from easycare_desktop.ui.navigation import NavItem

PREVIEW, SCAN, SCAN_IN, IMPORT, EXPORT = "preview", "scan", "scan_in", "import", "export"
LISTS = frozenset({".xlsx", ".xls", ".csv", ".txt"})
BESIDE = (PREVIEW, SCAN, SCAN_IN, IMPORT, EXPORT)
ITEMS = (
    NavItem("today", "오늘", "calendar-check"),
    NavItem("people", "기초자료", "users"),
    NavItem("consents", "동의", "file-check-2"),
    NavItem("cancel", "이용취소 접수", "inbox"),
    NavItem("holdings", "보유·분리보관", "folder-lock"),
    NavItem("destruction", "파기", "file-x"),
    NavItem("ledger", "파기관리대장", "book-open"),
    NavItem("papers", "문서·인쇄", "printer"),
    NavItem("returned", "돌아온 서류", "scan-line"),
    NavItem("keys", "백업·열쇠", "key-round", apart=True),
    NavItem("review", "점검·보고", "shield-check"),
    NavItem("settings", "설정", "settings"),
)
PAGE_OF_TASK = {
    TaskKind.VERIFY_REQUEST: "cancel",
    TaskKind.SETTLE_REQUEST: "cancel",
    TaskKind.DECIDE_REQUEST: "cancel",
    TaskKind.NOTIFY_REQUEST: "cancel",
    TaskKind.ANSWER_VENDOR: "cancel",
    TaskKind.APPROVE_PLAN: "destruction",
    TaskKind.RUN_PLAN: "destruction",
    TaskKind.FINISH_PLAN: "destruction",
    TaskKind.PLAN_DUE: "destruction",
    TaskKind.SECOND_NOTICE: "destruction",
    TaskKind.CONSENT_MISSING: "consents",
    TaskKind.CONSENT_ENDS: "consents",
    TaskKind.RENEWAL: "people",
    TaskKind.STAFF_DUE: "people",
    TaskKind.DESIGNATION: "settings",
    TaskKind.ACCOUNT_REPORT: "settings",
    TaskKind.KEY_PLACE: "keys",
    TaskKind.NO_KEY_PLACE: "keys",
    TaskKind.CORRECTION_DUE: "people",
    TaskKind.HOLD_ENDS: "holdings",
    TaskKind.SHEET_OPENED: "keys",
    TaskKind.KEYS_MISSING: "keys",
    TaskKind.BACK_UP: "keys",
    TaskKind.FIRST_BACKUP: "keys",
    TaskKind.RETURNED: "returned",
    TaskKind.CONTRACT_ENDS: "people",
    TaskKind.LEAVER_ACCOUNT: "settings",
    TaskKind.ENDING_DUE: "people",
    TaskKind.ANSWER_DUE: "cancel",
    TaskKind.LOG_REVIEW: "review",
    TaskKind.STOP_DUE: "people",
    TaskKind.LAW_RECHECK: "review",
    TaskKind.PASSWORD_OLD: "settings",
}
TAB_OF_DRAFT = {
    "settings.profile": "기관 정보",
    "settings.program": "업무 프로그램",
    "settings.paper_look": "문서 모양",
}
