"""Builds EasyCare-Setup-<version>.exe on Linux.

Run: python3 dev.py build-windows [--fast] [--assembled]

Stops at the first thing that is not as it should be: a hash, a signature, a stranger among the
binaries, a tool that is missing.
"""

import argparse
import time
from pathlib import Path

from installer.assembling import PROGRAM, assemble
from installer.compiling import require_same_bytecode
from installer.ground import DIST, TOOLS, BuildStoppedError, require_tools, sha256, size_of, stop
from installer.packing import pack
from installer.signing import sign_if_asked
from installer.windows_python import fetched_python
from requirements.environment import say

MEGABYTE = 1_000_000
LARGEST_SETUP = 65
LARGEST_PROGRAM = 200


def build(*, fast: bool, assembled: bool = False, folder: Path = DIST) -> None:
    """Make the installer and say its sizes and its hash. Raises `BuildStoppedError`.

    `assembled`: take the program's folder as the last build left it.
    """
    start = time.monotonic()
    require_same_bytecode()
    require_tools(TOOLS)
    program = PROGRAM if assembled else assemble(fetched_python())
    on_disk = size_of(program) / MEGABYTE
    say(f"program: {on_disk:.1f} MB on disk, {time.monotonic() - start:.0f} s so far")
    setup = pack(program, fast=fast, folder=folder)
    sign_if_asked(setup)
    packed = setup.stat().st_size / MEGABYTE
    note = setup.with_suffix(".exe.sha256")
    note.write_text(f"{sha256(setup)}  {setup.name}\n", encoding="utf-8")
    say(f"{setup.name}: {packed:.1f} MB ({'zlib' if fast else 'LZMA'}), sha256 {sha256(setup)}")
    say(f"{time.monotonic() - start:.0f} s")
    if on_disk > LARGEST_PROGRAM or (packed > LARGEST_SETUP and not fast):
        raise BuildStoppedError(f"larger than {LARGEST_SETUP} MB packed, {LARGEST_PROGRAM} on disk")


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true", help="pack with zlib: larger, but quick")
    parser.add_argument("--assembled", action="store_true", help="only pack what is assembled")
    asked = parser.parse_args()
    try:
        build(fast=asked.fast, assembled=asked.assembled)
    except BuildStoppedError as error:
        stop(error)


if __name__ == "__main__":
    main()
