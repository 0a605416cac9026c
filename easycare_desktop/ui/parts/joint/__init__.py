"""Parts with which several plans of destruction are approved and carried out together."""
