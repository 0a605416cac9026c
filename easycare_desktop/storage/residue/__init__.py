"""Searching for what should be gone."""
