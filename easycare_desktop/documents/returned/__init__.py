"""Reads forms that come back as scans, photos or faxes. No Qt."""
