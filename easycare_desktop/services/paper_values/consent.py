"""The consent form, blank or as recorded."""

from collections.abc import Mapping

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.consent_form import (
    Answer,
    BlockKind,
    Choice,
    ConsentBlock,
    ConsentForm,
    ConsentPerson,
    ConsentRow,
    LegalRow,
)
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import ConsentPurpose, ItemGroup
from easycare_desktop.domain.consents import ConsentLine, ConsentResult, current_lines
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.paper_values.common import Desk, day

_ANSWERS = {ConsentResult.GIVEN: Answer.AGREED, ConsentResult.REFUSED: Answer.REFUSED}


def consent_form(desk: Desk, person_id: int) -> ConsentForm:
    """Return the form of a person; what was recorded is ticked, the rest is blank."""
    person = desk.step.uow.people.get(person_id)
    opened = desk.step.uow.holdings.open_group(person_id, "identity")
    values: Mapping[str, str] = opened.values if opened else {}
    lines = current_lines(desk.step.uow.consents.of_person(person_id))
    return _form(
        desk,
        person.kind,
        ConsentPerson(
            name=values.get("name", ""),
            birth=day(values.get("birth", "")),
            number=person.number,
            phone=values.get("mobile", "") or values.get("phone", ""),
        ),
        lines,
    )


def blank_consent_form(desk: Desk, kind: PersonKind) -> ConsentForm:
    """Return the empty form for a kind of person."""
    return _form(desk, kind, ConsentPerson(), {})


def _form(
    desk: Desk, kind: PersonKind, person: ConsentPerson, lines: Mapping[str, ConsentLine]
) -> ConsentForm:
    purposes = desk.office.catalogue.purposes_for(kind)
    versions = sorted({purpose.text_version for purpose in purposes})
    return ConsentForm(
        office=desk.head,
        facts=desk.facts,
        text_version=", ".join(versions),
        text_since=None,
        person=person,
        blocks=tuple(_block(purpose, lines.get(purpose.code)) for purpose in purposes),
        without_consent=tuple(
            _legal_row(desk, group) for group in desk.office.catalogue.without_consent(kind)
        ),
        withdrawal=phrases.CONSENT_RETURN,
    )


def _block(purpose: ConsentPurpose, line: ConsentLine | None) -> ConsentBlock:
    return ConsentBlock(
        kind=_kind(purpose),
        title=purpose.label,
        rows=(ConsentRow(purpose.purpose, purpose.items, purpose.period, purpose.recipients),),
        refusal=purpose.refusal,
        answer=_ANSWERS.get(line.result, Answer.NONE) if line else Answer.NONE,
        channels=tuple(Choice(label) for _, label in purpose.channels),
    )


def _kind(purpose: ConsentPurpose) -> BlockKind:
    known = {
        "marketing": BlockKind.MARKETING,
        "unique_id": BlockKind.UNIQUE_ID,
        "third_party": BlockKind.PROVISION,
    }
    if purpose.code in known:
        return known[purpose.code]
    if purpose.separate:
        return BlockKind.SENSITIVE
    return BlockKind.REQUIRED if purpose.required else BlockKind.OPTIONAL


def _legal_row(desk: Desk, group: ItemGroup) -> LegalRow:
    rules = [desk.rules[code] for code in group.rules if code in desk.rules]
    period = ", ".join(dict.fromkeys(rule.citation for rule in rules))
    return LegalRow(
        items=group.label,
        purpose=group.purpose,
        basis=f"{word(group.basis)} · {group.basis_article}",
        period=period or phrases.PURPOSE_DONE,
    )
