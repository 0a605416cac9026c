"""Who lives in the offices of the campaigns."""

STAYS, GOES, LATER = "남은이", "홍길순", "나중이"
