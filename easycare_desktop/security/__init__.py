"""Sealing, passwords, recovery sheet, signing, credential store."""
