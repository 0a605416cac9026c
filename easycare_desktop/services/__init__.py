"""Use cases: one method, one action through the one door."""
