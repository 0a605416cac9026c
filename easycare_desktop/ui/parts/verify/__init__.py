"""Parts of the window that checks certificates."""
