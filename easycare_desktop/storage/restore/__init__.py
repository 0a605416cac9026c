"""Restoring: prepared beside the data in use, then put to use by moving one pointer."""
