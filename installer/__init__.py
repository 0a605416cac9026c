"""The Windows build: fetches, verifies, assembles and packs, on Linux."""
