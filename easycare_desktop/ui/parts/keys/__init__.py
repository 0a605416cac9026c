"""Parts of the page 백업·열쇠."""
