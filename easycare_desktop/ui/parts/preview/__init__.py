"""Parts of the page 문서 미리보기."""
