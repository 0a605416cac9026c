"""The Windows Python: fetched by hash, believed only as far as the foundation's signatures reach.

Whoever uploaded the two packages is not asked to be trusted. Every executable file must carry the
signature of the Python Software Foundation, and every source file of the standard library must
stand with its hash in the catalogue that the foundation signed, or be what the Python of this
machine has. The library is then compiled here,
so nothing that runs on the office's PC came unseen.
"""

import hashlib
import io
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from installer.ground import CACHE, HERE, BuildStoppedError, empty, run, sha256
from requirements.environment import say

PINS: dict[str, Any] = tomllib.loads((HERE / "python.toml").read_text(encoding="utf-8"))
ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")
SIGNED = (".exe", ".dll", ".pyd", ".cat")


def fetched_python() -> Path:
    """Return a folder with `embeddable/` and `library/`, both verified anew at each build."""
    folder = CACHE / "python"
    packages = {name: _package(pin) for name, pin in PINS["packages"].items()}
    empty(folder)
    for name, pin in PINS["packages"].items():
        _unpack(packages[name], pin, folder / name)
    verify(folder)
    return folder


def verify(folder: Path) -> None:
    """Check signatures and catalogue. Raises `BuildStoppedError` naming the first bad file."""
    embeddable, library = folder / "embeddable", folder / "library" / "Lib"
    known = {*PINS["ship"]["binaries"], *PINS["leave_out"]["binaries"]}
    known.add(PINS["signature"]["catalogue"])
    for path in sorted(embeddable.iterdir()):
        if path.suffix in SIGNED and path.name not in known:
            raise BuildStoppedError(f"an executable file that nobody expects: {path.name}")
    for name in (PINS["signature"]["catalogue"], *PINS["ship"]["binaries"]):
        verify_signature(embeddable / name)
    catalogue = (embeddable / PINS["signature"]["catalogue"]).read_bytes()
    modules = library_modules(library)
    for path in modules:
        verify_listed(path, path.relative_to(library).as_posix(), catalogue)
    say(f"verified: {len(PINS['ship']['binaries'])} signed files, {len(modules)} listed modules")


def verify_signature(path: Path) -> None:
    """Check that the foundation signed this file. Raises `BuildStoppedError`."""
    pins = PINS["signature"]
    options = ["-ignore-cdp", "-ignore-crl", "-ignore-timestamp", "-time", str(pins["time"])]
    leaf = ["-require-leaf-hash", f"sha256:{pins['leaf_sha256']}"]
    try:
        said = run("osslsigncode", "verify", *options, *leaf, "-CAfile", ROOTS, "-in", path)
    except BuildStoppedError as error:
        message = f"the signature of {path.name} does not hold\n{error}"
        raise BuildStoppedError(message) from None
    if "Signature verification: ok" not in said or "Succeeded" not in said:
        raise BuildStoppedError(f"the signature of {path.name} does not hold")


def verify_listed(path: Path, name: str, catalogue: bytes) -> None:
    """Check that the verified catalogue lists the module, or that the Python here has the same one.

    The catalogue has no empty files, and lacks `xml/__init__.py`.
    """
    content = path.read_bytes()
    if not content or hashlib.sha256(content).digest() in catalogue:
        return
    here = Path(sysconfig.get_path("stdlib"), name)
    if not here.is_file() or here.read_bytes() != content.replace(b"\r\n", b"\n"):
        raise BuildStoppedError(f"the catalogue of Python does not list {name}")


def library_modules(library: Path) -> list[Path]:
    """Return the source files of the standard library that ship, sorted."""
    left_out = set(PINS["leave_out"]["library"])
    return sorted(
        path
        for path in library.rglob("*.py")
        if not left_out & set(path.relative_to(library).parts)
        and not {"test", "tests", "idle_test"} & set(path.relative_to(library).parts)
    )


def _package(pin: dict[str, str]) -> Path:
    """Return the source package of a pin, from the cache if its hash is right."""
    folder = CACHE / "downloads"
    folder.mkdir(parents=True, exist_ok=True)
    found = [path for path in folder.iterdir() if sha256(path) == pin["sha256"]]
    return found[0] if found else _download(pin, folder)


def _download(pin: dict[str, str], folder: Path) -> Path:
    """Fetch without running the package's set-up, which pip's own download would do."""
    from pip._internal.commands import create_command  # noqa: PLC0415 - slow, and rarely needed
    from pip._internal.network.download import Downloader  # noqa: PLC0415

    command = create_command("download")
    options, _ = command.parse_args(["x", "--no-binary", ":all:"])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options, session)
        candidates = finder.find_all_candidates(pin["name"])
        links = [each.link for each in candidates if str(each.version) == pin["version"]]
        if not links:
            raise BuildStoppedError(f"no package {pin['name']} {pin['version']} to be had")
        path = Path(Downloader(session, "off")(links[0], str(folder))[0])
    if sha256(path) != pin["sha256"]:
        path.unlink()
        raise BuildStoppedError(f"{pin['name']} {pin['version']} is not the file it should be")
    return path


def _unpack(package: Path, pin: dict[str, str], target: Path) -> None:
    """Unpack the inner zip; only members under the expected folder, and no path that leads out."""
    member = f"{pin['name'].replace('-', '_')}-{pin['version']}/{pin['member']}"
    with tarfile.open(package) as outer:
        stream = outer.extractfile(member)
        if stream is None:
            raise BuildStoppedError(f"{pin['name']} has no {member}")
        inner = zipfile.ZipFile(io.BytesIO(stream.read()))
    prefix = f"{PINS['folder']}/"
    for name in inner.namelist():
        path = target / name.removeprefix(prefix)
        if name.endswith("/") or not name.startswith(prefix):
            continue
        if not path.resolve().is_relative_to(target.resolve()):
            raise BuildStoppedError(f"{pin['name']} leads out of its folder: {name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(inner.read(name))
