"""Blank forms as HWPX, for offices that must adapt them: the parts of the paper, written anew."""
