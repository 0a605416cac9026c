"""Item models: frozen rows in, exact signals out."""

from easycare_desktop.ui.models.cell import Cell, Mark, Span
from easycare_desktop.ui.models.row_model import Column, Role, RowModel

__all__ = ["Cell", "Column", "Mark", "Role", "RowModel", "Span"]
