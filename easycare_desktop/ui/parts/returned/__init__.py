"""Parts of the page 돌아온 서류."""
