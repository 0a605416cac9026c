"""Bringing data back: on this PC, on another PC, and as a drill that touches nothing."""
