"""Photos in PDFs: freed of what cameras add, however often they are wrapped."""

import zlib
from importlib import import_module
from typing import Any

from easycare_desktop.documents.coming_in.pictures import bare_jpeg, bare_jpeg2000
from easycare_desktop.documents.coming_in.refusals import PdfTooLargeError
from easycare_desktop.documents.refusals import PictureUnreadableError

MOST_UNFOLDED = 256_000_000
LZW_AT_MOST = 160_000
_LONGEST = {"/LZWDecode": LZW_AT_MOST, "/RunLengthDecode": MOST_UNFOLDED // 64}
"""What is not unfolded to be looked at may be as long as this: it cannot unfold to more."""
_CHUNK = 1 << 20
_SHORT = {
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}
_BARE = {"/DCTDecode": bare_jpeg, "/JPXDecode": bare_jpeg2000}


def filters_of(stream: Any) -> list[str]:  # noqa: ANN401 - pikepdf builds its types in C++
    """Return by their long names what a stream is wrapped in, the outermost first."""
    return [_SHORT.get(str(each), str(each)) for each in several(stream.get("/Filter", []))]


def bare_photo(stream: Any, raw: bytes) -> None:  # noqa: ANN401
    """Take from a photo what it tells; anything else stays as it is.

    Raises `PdfTooLargeError`, `PictureUnreadableError` where it breaks off, and what the library
    raises where it cannot be unwrapped.
    """
    *outer, last = filters_of(stream) or [""]
    if last not in _BARE:
        return
    parms = [*several(stream.get("/DecodeParms", [])), *[None] * (len(outer) + 1)]
    inner = raw
    for name, each in zip(outer, parms, strict=False):
        inner = _unwrapped(inner, name, each)
    bare = _BARE[last](inner)
    if bare != inner:
        kind = import_module("pikepdf").Name(last)
        stream.write(bare, filter=kind, decode_parms=parms[len(outer)])


def refuse_bomb(raw: bytes) -> None:
    """Raise `PdfTooLargeError` where it unfolds to more than any page.

    Raises `PictureUnreadableError` where it is damaged.
    """
    inflating, seen = zlib.decompressobj(), 0
    rest = raw
    while rest and not inflating.eof:
        try:
            seen += len(inflating.decompress(rest, _CHUNK))
        except zlib.error:
            raise PictureUnreadableError from None
        rest = inflating.unconsumed_tail
        if seen > MOST_UNFOLDED:
            raise PdfTooLargeError


def _unwrapped(raw: bytes, name: str, parms: Any) -> bytes:  # noqa: ANN401
    if name == "/FlateDecode":
        refuse_bomb(raw)
    if len(raw) > _LONGEST.get(name, len(raw)):
        raise PdfTooLargeError
    library: Any = import_module("pikepdf")
    with library.new() as aside:
        wrapped = aside.make_stream(raw)
        wrapped.write(raw, filter=library.Name(name), decode_parms=_copied(library, parms))
        return bytes(wrapped.read_bytes())


def _copied(library: Any, parms: Any) -> Any:  # noqa: ANN401
    """Return numbers that belong to no PDF yet."""
    if getattr(parms, "_type_name", "") != "dictionary":
        return None
    return library.Dictionary({name: int(number) for name, number in parms.items()})


def several(found: Any) -> list[Any]:  # noqa: ANN401
    """Return what stands in an array, or alone in place of one."""
    many = isinstance(found, list) or getattr(found, "_type_name", "") == "array"
    return list(found) if many else [found]
