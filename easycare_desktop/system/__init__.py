"""The machine underneath: paths, clock, settings, atomic files, single instance."""
