"""Generations of the key file and how they are opened."""
