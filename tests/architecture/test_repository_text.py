"""The repository speaks of itself alone: no place to download from, no path of one machine."""

import re

from tests.architecture.source import ROOT, own_text_files, place

HOSTS = ("py" + "pi.org", "python" + "hosted.org", "piw" + "heels", "ana" + "conda.org")
OPTIONS = ("index-" + "url", "find-" + "links", "trusted-" + "host")
MACHINE_PATHS = re.compile(r"(?<![\w.~/-])/(?:work|tmp|root|home)/\w")


def offences(text: str) -> list[int]:
    """Return the numbers of the lines that name a package index or a path of one machine."""
    return [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if any(word in line for word in HOSTS + OPTIONS) or MACHINE_PATHS.search(line)
    ]


def test_no_index_and_no_machine_path():
    found = [place(path, line) for path, text in own_text_files() for line in offences(text)]
    assert not found, "\n".join(found)


def test_the_files_are_seen():
    seen = {str(path.relative_to(ROOT)) for path, _ in own_text_files()}
    assert {"dev.py", "pyproject.toml", "requirements/windows.txt", ".ci/run"} <= seen


def test_offences_would_be_found():
    text = "\n".join(
        [
            f"a hash, from {HOSTS[0]}",
            f"pip install --{OPTIONS[0]} here",
            'open("/' + 'tmp/x")',
            "cd " + "/work" + "/main",
            "a relative work/main and /template",
        ]
    )
    assert offences(text) == [1, 2, 3, 4]
