"""The encrypted database files and their tables."""
