"""Parts of 파기."""
