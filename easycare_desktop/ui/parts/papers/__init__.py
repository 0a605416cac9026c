"""Parts of the page 문서·인쇄."""
