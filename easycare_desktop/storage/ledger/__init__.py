"""The ledger inside the key file and its export."""
