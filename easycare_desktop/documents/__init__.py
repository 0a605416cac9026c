"""Papers: a value in, bytes out."""
