"""What several pages show in the same words: days, what goes and stays, what was refused."""
