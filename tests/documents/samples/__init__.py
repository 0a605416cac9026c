"""Values to print in tests."""
