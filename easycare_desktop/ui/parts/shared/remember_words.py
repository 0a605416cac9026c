"""The three words for remembering, said alike at the login, in the settings and in the policy."""

from easycare_desktop.system.settings import Remember

CHOICES = (
    (Remember.ALWAYS, "항상 저장"),
    (Remember.ASK, "저장할 때마다 물어보기"),
    (Remember.NEVER, "저장 안 함"),
)
ASKED = "시설코드와 아이디를 이 PC에 저장할까요?"
LEFT_OUT = "비밀번호는 어느 경우에도 저장하지 않습니다."
SHARED = "여럿이 쓰는 PC라서 저장하지 않습니다. 「설정」에서 바꿉니다."
