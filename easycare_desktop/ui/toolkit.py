"""Takes the toolkit as it is, without its hand on `import`."""

import builtins
from importlib import import_module


def take_plain() -> None:
    """Let `import` be Python's own again.

    The toolkit puts a function of its own in its place, which reads the source of every module
    that is imported and keeps it, in search of `__feature__`, a switch that is not used here. With
    another release of the toolkit there may be nothing to put back.
    """
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
