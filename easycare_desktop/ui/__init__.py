"""Windows and widgets: the only Qt beside the tour and the composition root."""
