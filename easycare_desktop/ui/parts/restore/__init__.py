"""Parts of the window 백업에서 되살리기."""
