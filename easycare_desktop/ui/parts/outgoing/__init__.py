"""Parts of the window that takes lists out."""
