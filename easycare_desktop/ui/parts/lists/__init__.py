"""Parts of the window that brings lists in."""
