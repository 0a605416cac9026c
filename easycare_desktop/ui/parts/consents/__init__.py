"""Parts of the page 동의."""
