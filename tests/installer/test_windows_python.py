"""The Windows Python is believed only as far as hashes and signatures reach."""

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from installer import windows_python
from installer.ground import BuildStoppedError
from installer.windows_python import PINS, library_modules, verify, verify_listed

GOOD = b"def answer():\r\n    return 42\r\n"
CATALOGUE = b"signed: " + hashlib.sha256(GOOD).digest()


@pytest.fixture
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree like the fetched one; every signature holds unless the file says it is bad."""

    def run(*words: object) -> str:
        if Path(str(words[-1])).read_bytes() == b"bad":
            message = "osslsigncode ended with 1"
            raise BuildStoppedError(message)
        return "Signature verification: ok\nSucceeded\n"

    monkeypatch.setattr(windows_python, "run", run)
    embeddable, library = tmp_path / "embeddable", tmp_path / "library" / "Lib"
    embeddable.mkdir()
    library.mkdir(parents=True)
    for name in PINS["ship"]["binaries"]:
        (embeddable / name).write_bytes(b"good")
    (embeddable / "python.cat").write_bytes(CATALOGUE)
    (library / "answer.py").write_bytes(GOOD)
    (library / "empty.py").touch()
    return tmp_path


def test_what_is_signed_and_listed_passes(python: Path):
    verify(python)


def test_a_bad_signature_stops_the_build(python: Path):
    (python / "embeddable" / "_ssl.pyd").write_bytes(b"bad")
    with pytest.raises(BuildStoppedError, match=r"_ssl\.pyd does not hold"):
        verify(python)


def test_one_changed_byte_of_the_library_stops_the_build(python: Path):
    (python / "library" / "Lib" / "answer.py").write_bytes(GOOD.replace(b"42", b"43"))
    with pytest.raises(BuildStoppedError, match=r"does not list answer\.py"):
        verify(python)


def test_a_stranger_among_the_executables_stops_the_build(python: Path):
    (python / "embeddable" / "helper.dll").write_bytes(b"good")
    with pytest.raises(BuildStoppedError, match=r"nobody expects: helper\.dll"):
        verify(python)


def test_a_module_that_the_python_here_has_word_for_word_needs_no_entry(tmp_path: Path):
    here = Path(hashlib.__file__).read_bytes().replace(b"\n", b"\r\n")
    module = tmp_path / "hashlib.py"
    module.write_bytes(here)
    verify_listed(module, "hashlib.py", b"")
    module.write_bytes(here + b"#")
    with pytest.raises(BuildStoppedError):
        verify_listed(module, "hashlib.py", b"")


def test_what_nothing_reaches_stays_behind(tmp_path: Path):
    for name in ("json/__init__.py", "test/regrtest.py", "idlelib/run.py", "sqlite3/test/x.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [path.parent.name for path in library_modules(tmp_path)] == ["json"]


def package(tmp_path: Path, member: str) -> Path:
    """Return a source package whose inner zip holds one file named `member`."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(member, b"content")
    path = tmp_path / "package.tar.gz"
    with tarfile.open(path, "w:gz") as outer:
        info = tarfile.TarInfo("some_name-1.0/data.zip")
        info.size = len(inner.getvalue())
        outer.addfile(info, io.BytesIO(inner.getvalue()))
    return path


PIN = {"name": "some-name", "version": "1.0", "member": "data.zip"}


def test_a_package_is_unpacked_under_its_folder_alone(tmp_path: Path):
    windows_python._unpack(package(tmp_path, "cp311/a/b.pyd"), PIN, tmp_path / "out")
    assert (tmp_path / "out" / "a" / "b.pyd").read_bytes() == b"content"


def test_a_path_that_leads_out_stops_the_build(tmp_path: Path):
    with pytest.raises(BuildStoppedError, match="leads out"):
        windows_python._unpack(package(tmp_path, "cp311/../../b.pyd"), PIN, tmp_path / "out" / "in")


def test_a_package_of_another_hash_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(windows_python, "CACHE", tmp_path)
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "some-name-1.0.tar.gz").write_bytes(b"changed")
    asked = []
    monkeypatch.setattr(windows_python, "_download", lambda pin, _: asked.append(pin["name"]))
    windows_python._package({**PIN, "sha256": hashlib.sha256(b"right").hexdigest()})
    assert asked == ["some-name"]
