"""Parts of 보유·분리보관."""
