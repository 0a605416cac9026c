"""One small file a window."""
