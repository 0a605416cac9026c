"""Parts of the page of keys and backups, and of closing the office."""
