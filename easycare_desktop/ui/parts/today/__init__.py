"""Parts of the page 오늘."""
