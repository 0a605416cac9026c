"""The words of lists: every field is one of the catalogue, and no heading means two things."""

from pathlib import Path

import pytest

from easycare_desktop.domain.catalogue import Basis
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rule_refusals import RuleFileError
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.list_words import load_list_words
from easycare_desktop.system.resources import resource

CATALOGUES = [load_catalogue(resource("catalogue"), office) for office in OfficeKind]
WORDS = load_list_words(resource("exchange"))


def named(words: ListWords) -> set[FieldRef]:
    keys = {ref for key in words.keys for ref in key}
    derived = {*words.derived, *words.derived.values()}
    named = keys | derived | {*words.words} | {*words.choices} | {*words.assumed}
    return {part for ref in named for part in ref.parts}


@pytest.mark.parametrize("kind", WORDS)
def test_every_field_and_choice_is_in_the_catalogue(kind: PersonKind):
    words = WORDS[kind]
    (catalogue,) = (each for each in CATALOGUES if kind in each.kinds())
    for ref in named(words):
        catalogue.field(ref.group, ref.field, ref.kind)
        assert catalogue.group(ref.group, ref.kind).basis is not Basis.CONSENT
    chosen = {ref: {*codes.values()} for ref, codes in words.choices.items()}
    chosen |= {ref: {code} for ref, code in words.assumed.items()}
    for ref, codes in chosen.items():
        choices = catalogue.field(ref.group, ref.field, ref.kind).choices
        assert codes <= {code for code, _ in choices}


@pytest.mark.parametrize("kind", WORDS)
def test_no_heading_means_two_things(kind: PersonKind):
    titles = [
        "".join(title.split()) for own in WORDS[kind].words.values() for title in set(own)
    ] + ["".join(title.split()) for title in WORDS[kind].resident]
    twice = {title for title in titles if titles.count(title) > 1}
    same_field = {
        "".join(title.split())
        for own in WORDS[kind].words.values()
        for title in own
        if sum("".join(each.split()) == "".join(title.split()) for each in own) > 1
    }
    assert twice <= same_field


def test_what_cannot_be_read_is_named(tmp_path: Path):
    for text in ('[[kind]]\ncode = "nobody"', '[[kind]]\ncode = "staff"\nkeys = ["x"]'):
        (tmp_path / "headings.toml").write_text(text, encoding="utf-8")
        with pytest.raises(RuleFileError):
            load_list_words(tmp_path)
