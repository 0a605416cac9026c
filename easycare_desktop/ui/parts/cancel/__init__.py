"""Parts of 이용취소 접수."""
