"""Who lives in the offices of the campaigns, and the recovery sheets they come to."""

from easycare_desktop.security.recovery_sheet import RecoveryCode

STAYS, GOES, LATER = "남은이", "홍길순", "나중이"
NEW_SHEET = RecoveryCode.parse("2345Q-6789N-ABCDS-EFGHJ-JKLMC")
NEWEST_SHEET = RecoveryCode.parse("6X4NE-8CLNZ-H4SVL-HRGRY-ZJ62S")
