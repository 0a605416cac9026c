"""Parts of a zip that say how large they are: whether that is true, before anybody unfolds them."""

import struct
import zipfile
import zlib

_HEAD = struct.Struct("<26xHH")
_CHUNK = 1 << 20


def unfolds_as_told(content: bytes | bytearray, entry: zipfile.ZipInfo) -> bool:
    """Tell whether a part unfolds to exactly the size that the table of contents says.

    Never unfolds more than that, whatever the part holds. Raises `zlib.error`, `struct.error`.
    """
    name, extra = _HEAD.unpack_from(content, entry.header_offset)
    start = entry.header_offset + _HEAD.size + name + extra
    raw = content[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return len(raw) == entry.file_size
    inflating, seen = zlib.decompressobj(-zlib.MAX_WBITS), 0
    while raw and not inflating.eof and seen <= entry.file_size:
        seen += len(inflating.decompress(raw, _CHUNK))
        raw = inflating.unconsumed_tail
    return bool(inflating.eof) and seen == entry.file_size
