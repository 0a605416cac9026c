"""Words beside a reading of what is kept apart, where its written reason cannot be printed."""

REASON_GONE = "사유는 자료와 함께 파기함"
REASON_SEALED = "사유는 책임자만 인쇄함"
