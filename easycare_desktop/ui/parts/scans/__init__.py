"""Parts of the window that takes a scan in."""
