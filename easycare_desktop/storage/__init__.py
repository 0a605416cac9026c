"""Encrypted files on disk: databases, repositories, key generations, ledger, residue search."""
