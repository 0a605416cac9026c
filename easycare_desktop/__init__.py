"""EasyCare Desktop: the privacy duties of a small home-care agency, kept and provable on paper."""

__version__ = "0.1.0"
