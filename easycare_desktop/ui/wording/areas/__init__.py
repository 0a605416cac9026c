"""The sentences for refusals, one file an area. Keys are names of classes."""
