"""Holding, suspending and choosing what goes, from the card of a person or from the clocks."""
