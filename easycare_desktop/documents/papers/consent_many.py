"""Consent forms that differ in the person alone, laid out once."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from easycare_desktop.documents.contents.consent_form import ConsentForm
from easycare_desktop.documents.layout.fitting import shortest
from easycare_desktop.documents.layout.many import ManyForms, compose_many, fits, slot
from easycare_desktop.documents.layout.page import Sheet
from easycare_desktop.documents.layout.paragraphs import paragraphs_kept
from easycare_desktop.documents.layout.tables import PAD
from easycare_desktop.documents.papers.consent_form import (
    LABEL,
    pads_of,
    story_of,
    texts_of,
    title_of,
)
from easycare_desktop.documents.strings import fingerprints


def make_many(values: Sequence[ConsentForm]) -> ManyForms | None:
    """Return forms that differ only in person and number; nothing where they differ in more."""
    first = values[0]
    if any(_shape(value, first) != first for value in values):
        return None
    texts = [texts_of(each) for each in values]
    title = title_of(first)
    prints = fingerprints([_shared(each, first) for each in values])
    sheets = [
        Sheet(each.office, each.facts, title, said)
        for each, said in zip(values, prints, strict=True)
    ]
    room = sheets[0].width / 2 - LABEL - 2 * PAD
    named = [(code, text) for each in texts for code, text in each.items()]
    if not all(fits(text, room, bold=code == "name") for code, text in named):
        return None
    slots = {code: slot(code, room, bold=code == "name") for code in texts[0]}
    papers = list(zip(sheets, texts, strict=True))
    tellers = [partial(story_of, first, sheets[0].width, pad, slots) for pad in pads_of(first)]
    with paragraphs_kept():
        return compose_many(shortest(sheets[0], tellers, 1)(), papers)


def _shape(value: ConsentForm, first: ConsentForm) -> ConsentForm:
    """Return a form with the person and the number of the first one."""
    facts = replace(
        value.facts,
        number=first.facts.number,
        slip=first.facts.slip,
        printed_at=first.facts.printed_at,
    )
    return replace(value, person=first.person, facts=facts)


def _shared(value: ConsentForm, first: ConsentForm) -> ConsentForm:
    """Return an equal form that shares its parts with the first one."""
    return replace(first, person=value.person, facts=value.facts)
