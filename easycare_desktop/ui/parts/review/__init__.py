"""Parts of the page 점검·보고."""
