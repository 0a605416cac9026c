"""Data backups: sets of encrypted files at a place outside, without any key."""
