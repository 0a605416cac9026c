"""The house vocabulary of widgets."""
