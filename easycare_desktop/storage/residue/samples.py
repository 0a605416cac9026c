"""Samples to be found: a file of each format that a search opens, with one word in it."""

import secrets
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from easycare_desktop.system.atomic_files import durable_unlink

_RESOURCES = b"/Resources<</Font<</F 5 0 R>>>>"
_PAGE = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 90]/Contents 4 0 R" + _RESOURCES + b">>",
)
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


@contextmanager
def planted_samples(folder: Path) -> Iterator[tuple[str, tuple[Path, ...]]]:
    """Put samples into a new folder of `folder`; they and it are gone afterwards.

    Yields the word, and the files that say it: plain in two encodings, packed as a table, as PDF.
    """
    word = f"sample{secrets.token_hex(8)}"
    place = Path(mkdtemp(prefix="control-", dir=folder))
    plain, wide, table, paper = (place / f"s.{end}" for end in ("txt", "utf16", "xlsx", "pdf"))
    try:
        plain.write_text(word, "utf-8")
        wide.write_text(word, "utf-16-le")
        with zipfile.ZipFile(table, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("xl/sharedStrings.xml", f"<t>{word}</t>")
        paper.write_bytes(_pdf(word))
        yield word, (plain, wide, table, paper)
    finally:
        for each in (plain, wide, table, paper):
            durable_unlink(each)
        place.rmdir()


def _pdf(word: str) -> bytes:
    """Return a PDF of one page that says the word, packed so that only an opener finds it."""
    said = zlib.compress(f"BT /F 12 Tf 20 40 Td ({word}) Tj ET".encode("ascii"))
    head = b"<</Length %d/Filter/FlateDecode>>stream\n" % len(said)
    bodies = (*_PAGE, head + said + b"\nendstream", _FONT)
    written, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(written))
        written += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % each for each in places)
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(written)
    return written + b"xref\n0 6\n0000000000 65535 f \n" + table + tail
