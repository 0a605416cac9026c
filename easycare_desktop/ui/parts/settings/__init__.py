"""What the page of settings is made of."""
