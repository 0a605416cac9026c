"""What the login window is made of."""
