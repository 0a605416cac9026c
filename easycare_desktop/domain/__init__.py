"""Ground: plain rules, clocks and refusals. No input or output, no Korean sentences."""
