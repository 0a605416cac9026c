"""Signing on the screen."""
