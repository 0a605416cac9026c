"""How accounts are said: what a role may do, how an account stands."""

from easycare_desktop.domain.rights import Role
from easycare_desktop.services.accounts import AccountState
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.wording.labels import label

ROLES = tuple((role, label(role)) for role in Role)
MEANS: dict[Role, str] = {
    Role.OFFICER: "모든 일을 하고, 파기를 승인합니다.",
    Role.CLERK: "적고 인쇄하고, 파기를 준비합니다.",
    Role.VIEWER: "보기만 합니다.",
    Role.AUDITOR: "보고, 접속기록을 점검합니다.",
}
STATES: dict[AccountState, tuple[str, CellTone]] = {
    AccountState.ACTIVE: ("사용 중", "ok"),
    AccountState.BLOCKED: ("사용 정지", "danger"),
    AccountState.LEFT: ("떠난 분", ""),
}
