"""Pictures of QR codes, true and forged."""

from importlib import import_module
from typing import Any

from PIL import Image


def picture_of_code(text: str) -> Image.Image:
    """Return a sheet of paper with nothing but a QR code on it."""
    library: Any = import_module("zxingcpp")
    code = library.create_barcode(text, library.QRCode, ec_level="M")
    square = code.to_image(scale=6)
    small = Image.frombytes("L", square.shape[::-1], bytes(memoryview(square).cast("B")))
    sheet = Image.new("L", (900, 900), 255)
    sheet.paste(small, (100, 100))
    return sheet
