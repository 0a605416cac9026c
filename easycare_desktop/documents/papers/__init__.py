"""One short file a paper: the value of `documents.contents` in, PDF bytes out."""
