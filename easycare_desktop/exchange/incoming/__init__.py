"""Lists that come into the program: workbooks and texts as grids of plain text."""
