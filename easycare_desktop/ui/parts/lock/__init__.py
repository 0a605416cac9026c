"""What locking the screen is made of."""
