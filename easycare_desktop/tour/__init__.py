"""A guided run through the real windows: drives, judges, pictures."""
