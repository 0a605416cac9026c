"""Parts for the registers of paper, media and outside copies."""
