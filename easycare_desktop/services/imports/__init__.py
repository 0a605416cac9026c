"""Bringing in lists of people: read, compare, store at once, take back at once."""
