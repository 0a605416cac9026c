"""The documents speak of what is there: names of the glossary, links, one page each."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, python_files

LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#:]+)\)")
NAME = re.compile(r"^\| `([\w.]+)` \|", re.MULTILINE)
CLASS = re.compile(r"^class (?P<name>\w+)(?P<body>.*(?:\n(?!\S).*)*)", re.MULTILINE)
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def dead_links(document: Path) -> list[str]:
    text = document.read_text(encoding="utf-8")
    return [link for link in LINK.findall(text) if not (document.parent / link).exists()]


def unknown_names(text: str, code: str) -> list[str]:
    """Return the identifiers of a glossary whose class or member the code does not define."""
    bodies = defaultdict(list)
    for found in CLASS.finditer(code):
        bodies[found["name"]].append(found["body"])
    unknown = []
    for name in NAME.findall(text):
        owner, _, member = name.partition(".")
        line = re.compile(rf"^    {member} = " if member else "", re.MULTILINE)
        if not any(line.search(body) for body in bodies[owner]):
            unknown.append(name)
    return unknown


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path):
    assert dead_links(document) == []


def test_the_glossary_names_what_the_code_names():
    code = "\n".join(path.read_text(encoding="utf-8") for path in python_files(PACKAGE))
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert len(NAME.findall(glossary)) > 40
    assert unknown_names(glossary, code) == []


def test_every_decision_is_listed():
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    decisions = [path.name for path in (ROOT / "docs" / "decisions").glob("0*.md")]
    assert [name for name in decisions if f"({name})" not in listed] == []


@pytest.mark.parametrize("name", ["README.md", "docs/architecture.md"])
def test_one_page_stays_one_page(name: str):
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= 90


def test_offences_would_be_found(tmp_path: Path):
    planted = tmp_path / "planted.md"
    planted.write_text("[a](gone.md) ![b](gone.png) [c](planted.md)", encoding="utf-8")
    assert dead_links(planted) == ["gone.md"]
    code = "class A(Enum):\n    X = 1\n\nclass B:\n    Y = 2\n"
    glossary = "| `A.X` | |\n| `A.Y` | |\n| `B` | |\n| `C` | |\n"
    assert unknown_names(glossary, code) == ["A.Y", "C"]
