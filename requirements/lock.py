"""Write linux.txt and windows.txt: what direct.in needs, with the hashes of every fitting wheel.

pip resolves for the machine it runs on. So this hands pip the marker values of each target (system
and Python version) and asks for a dry run, three times per system; later runs are held to the
versions that earlier ones chose. The hashes are those of all wheels, at every place pip looks, that
a supported Python of that system would take. The files name no place to download from: that is for
each machine's pip to know.

It leans on pip's own modules. Written for pip 23.2; run: .venv/bin/python requirements/lock.py
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from pip._internal.cli.main import main as pip_main
from pip._internal.commands import create_command
from pip._internal.index.package_finder import PackageFinder
from pip._internal.models.link import Link
from pip._internal.models.target_python import TargetPython
from pip._vendor.packaging import markers
from pip._vendor.packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
PYTHONS = ("3.11", "3.12", "3.13")
GLIBC_MINORS = range(5, 43)
PLATFORMS = {
    "linux": [
        *(f"manylinux_2_{minor}_x86_64" for minor in reversed(GLIBC_MINORS)),
        "manylinux2014_x86_64",
        "manylinux2010_x86_64",
        "manylinux1_x86_64",
    ],
    "windows": ["win_amd64"],
}
MARKERS = {
    "linux": {
        "os_name": "posix",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": "x86_64",
    },
    "windows": {
        "os_name": "nt",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
    },
}
HEAD = """\
# Written by requirements/lock.py from requirements/direct.in. Do not edit by hand.
# Every package with its exact version and the SHA-256 of each wheel that CPython {pythons} takes
# on {system}. Which index serves the wheels is the choice of the machine that installs.
"""


def set_markers(system: str, python: str) -> None:
    """Make this process's pip evaluate environment markers as `system` with `python` would."""
    target = {
        **MARKERS[system],
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "platform_python_implementation": "CPython",
        "platform_release": "",
        "platform_version": "",
        "python_full_version": f"{python}.0",
        "python_version": python,
    }
    markers.default_environment = lambda: dict(target)


def resolve(system: str, python: str, held: dict[str, str]) -> dict[str, str]:
    """Return name to version of all packages for the target, holding to the versions in `held`."""
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder, "held.txt")
        constraints.write_text("".join(f"{n}=={v}\n" for n, v in held.items()), encoding="utf-8")
        report = Path(folder, "report.json")
        task = [sys.executable, __file__, "resolve", system, python, str(constraints), str(report)]
        subprocess.run(task, check=True)
        chosen = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {canonicalize_name(p["metadata"]["name"]): p["metadata"]["version"] for p in chosen}


def resolve_here(system: str, python: str, constraints: str, report: str) -> int:
    """Run pip's dry run with the target's markers; its report goes to the file `report`."""
    set_markers(system, python)
    platforms = [word for name in PLATFORMS[system] for word in ("--platform", name)]
    return pip_main(
        [
            *("install", "--quiet", "--dry-run", "--ignore-installed", "--only-binary", ":all:"),
            *(
                "--target",
                str(Path(report).parent),
                "--report",
                report,
                "--constraint",
                constraints,
            ),
            *("--python-version", python, "--implementation", "cp", *platforms),
            *("--requirement", str(HERE / "direct.in")),
        ]
    )


def wheel_hashes(finders: list[PackageFinder], name: str, version: str) -> list[str]:
    """Return the sorted SHA-256 of all wheels of one version that any of the targets would take."""
    found = set()
    for finder in finders:
        for candidate in finder.find_all_candidates(name):
            link = candidate.link
            if str(candidate.version) == version:
                found.add(link.hash if link.hash_name == "sha256" else local_hash(link))
    if not found:
        raise SystemExit(f"no wheel of {name} {version}")
    return sorted(found)


def local_hash(link: Link) -> str:
    """Return the SHA-256 of a wheel on this machine's disk, where the listing gave none."""
    return hashlib.sha256(Path(link.file_path).read_bytes()).hexdigest()


def finder_for(system: str, python: str) -> PackageFinder:
    """Return pip's finder as it would be on `system` with `python`."""
    command = create_command("download")
    options, _ = command.parse_args(["x", "--only-binary", ":all:"])
    version = tuple(int(part) for part in python.split("."))
    target = TargetPython(PLATFORMS[system], version, None, "cp")
    with command.main_context():
        session = command.get_default_session(options)
        return command._build_package_finder(options, session, target)


def marker(wanted_by: list[str]) -> str:
    """Return the marker of a package that only some Pythons need, else nothing."""
    if len(wanted_by) == len(PYTHONS):
        return ""
    return " ; " + " or ".join(f'python_version == "{python}"' for python in wanted_by)


def lock(system: str) -> None:
    """Resolve for each Python of `system` and write its file."""
    held: dict[str, str] = {}
    wanted: dict[str, list[str]] = {}
    for python in PYTHONS:
        chosen = resolve(system, python, held)
        held.update(chosen)
        for name in chosen:
            wanted.setdefault(name, []).append(python)
        print(f"{system} {python}: {len(chosen)} packages")
    finders = [finder_for(system, python) for python in PYTHONS]
    lines = [HEAD.format(pythons=", ".join(PYTHONS), system=system)]
    for name in sorted(held):
        lines.append(f"{name}=={held[name]}{marker(wanted[name])}")
        for digest in wheel_hashes(finders, name, held[name]):
            lines[-1] += f" \\\n    --hash=sha256:{digest}"
    (HERE / f"{system}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["resolve"]:
        sys.exit(resolve_here(*sys.argv[2:]))
    for each in sys.argv[1:] or PLATFORMS:
        lock(each)
