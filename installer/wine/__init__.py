"""Installs and uses the program under Wine. Nothing here ships; nothing here is real Windows."""
