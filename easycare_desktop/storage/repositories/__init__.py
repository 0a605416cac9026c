"""Frozen values in and out of the tables."""
