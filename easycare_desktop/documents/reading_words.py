"""Words beside a reading of what is kept apart, where its written reason cannot be printed."""

REASON_GONE = "까닭은 자료와 함께 파기함"
REASON_SEALED = "까닭은 책임자만 인쇄함"
