"""One layout vocabulary for all papers."""
