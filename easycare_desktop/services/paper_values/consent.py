"""The consent form, blank or as recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from statistics import mode

from easycare_desktop.documents import phrases
from easycare_desktop.documents.contents.consent_form import (
    Answer,
    BlockKind,
    Choice,
    ConsentBlock,
    ConsentForm,
    ConsentPerson,
    ConsentRow,
    LegalCapacity,
    LegalRepresentative,
    LegalRow,
)
from easycare_desktop.documents.values import Signer
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import Catalogue, ItemGroup
from easycare_desktop.domain.consent_purposes import ConsentPurpose
from easycare_desktop.domain.consents import Capacity, ConsentLine, ConsentResult, current_lines
from easycare_desktop.domain.holdings import HoldingContent, HoldingState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.consent_kinds import block_kind
from easycare_desktop.services.paper_values.common import Desk, day
from easycare_desktop.services.paper_values.guardian_said import guardian_said
from easycare_desktop.services.paper_values.screen_signed import OnScreen, on_screen

_LEGAL = frozenset(each.value for each in LegalCapacity)
_ANSWERS = {ConsentResult.GIVEN: Answer.AGREED, ConsentResult.REFUSED: Answer.REFUSED}


class NoSuchConsentError(Refusal):
    """Nobody of this kind is asked for this kind of consent."""


def consent_form(desk: Desk, person_id: int, only: BlockKind | None = None) -> ConsentForm:
    """Return the form of a person: a copy of what was signed on the screen, or blank to be signed.

    Nothing is ticked for whoever has yet to sign (Act art. 22, Decree art. 17). `only`: it asks for
    this kind alone. Raises `NoSuchConsentError`.
    """
    return _form_of(
        desk, person_id, current_lines(desk.step.uow.consents.of_person(person_id)), only
    )


def _form_of(
    desk: Desk, person_id: int, lines: Mapping[str, ConsentLine], only: BlockKind | None = None
) -> ConsentForm:
    """Return the form; of somebody who had it stopped the number alone, but on what was signed."""
    person = desk.step.uow.people.get(person_id)
    opened = desk.step.uow.holdings.open_group(person_id, "identity")
    form = _form(desk, person.kind, ConsentPerson(number=person.number), lines, only)
    if opened is None or (_stopped(opened) and form.signed_on is None):
        return form
    values = opened.values
    known = ConsentPerson(
        name=values.get("name", ""),
        birth=day(values.get("birth", "")),
        number=person.number,
        phone=values.get("mobile", "") or values.get("phone", ""),
    )
    return replace(form, person=known)


def _stopped(content: HoldingContent) -> bool:
    return content.holding.state is HoldingState.SUSPENDED


def blank_consent_form(desk: Desk, kind: PersonKind, only: BlockKind | None = None) -> ConsentForm:
    """Return the empty form for a kind of person. Raises `NoSuchConsentError`."""
    return _form(desk, kind, ConsentPerson(), {}, only)


def kinds_of_consent(catalogue: Catalogue, kind: PersonKind) -> tuple[BlockKind, ...]:
    """Return the kinds of consent that a kind of person is asked for."""
    known = {block_kind(purpose) for purpose in catalogue.purposes_for(kind)}
    return tuple(each for each in BlockKind if each in known)


def guardian_consent(desk: Desk, person_id: int) -> ConsentForm:
    """Return the form that a legal representative signs for a person.

    A guardian on record is filled in only with a capacity that makes a legal representative.
    Nothing is ticked: what the person said is not what the representative says.
    """
    form = _form_of(desk, person_id, {})
    for guardian_id in desk.step.uow.people.guardians_of(person_id):
        values = guardian_said(desk, guardian_id)
        if values.get("capacity") in _LEGAL:
            return replace(form, legal=_representative(desk, values), without_consent=())
    return replace(form, legal=LegalRepresentative(), without_consent=())


def blank_guardian_consent(desk: Desk) -> ConsentForm:
    """Return the empty form of a legal representative."""
    form = blank_consent_form(desk, PersonKind.RECIPIENT)
    return replace(form, legal=LegalRepresentative(), without_consent=())


def _representative(desk: Desk, values: Mapping[str, str]) -> LegalRepresentative:
    relation = desk.office.catalogue.group("identity", PersonKind.GUARDIAN).field("relation")
    known = values.get("relation", "")
    return LegalRepresentative(
        name=values.get("name", ""),
        phone=values.get("mobile", "") or values.get("phone", ""),
        relation=relation.choice_label(known) if known else "",
        capacity=LegalCapacity(values["capacity"]),
    )


def _form(
    desk: Desk,
    kind: PersonKind,
    person: ConsentPerson,
    lines: Mapping[str, ConsentLine],
    only: BlockKind | None,
) -> ConsentForm:
    purposes = [
        each
        for each in desk.office.catalogue.purposes_for(kind)
        if only is None or block_kind(each) is only
    ]
    if not purposes:
        raise NoSuchConsentError
    said = {each.code: line for each in purposes if (line := lines.get(each.code))}
    signed = _signed(desk, said.values())
    ticked = said if signed else {}
    form = ConsentForm(
        office=desk.head,
        facts=desk.facts,
        text_version=mode(sorted(purpose.text_version for purpose in purposes)),
        text_since=None,
        person=person,
        blocks=tuple(_block(purpose, ticked.get(purpose.code)) for purpose in purposes),
        without_consent=tuple(
            _legal_row(desk, group)
            for group in desk.office.catalogue.without_consent(kind)
            if only in {None, BlockKind.REQUIRED}
        ),
        withdrawal=phrases.CONSENT_RETURN,
        only=only,
    )
    return form if signed is None else _with_signature(form, signed)


def _signed(desk: Desk, lines: Iterable[ConsentLine]) -> OnScreen | None:
    """Return the signature on the screen under all of what was said, if one stands under all."""
    papers = {line.paper_id for line in lines}
    paper_id = papers.pop() if len(papers) == 1 else None
    return on_screen(desk, paper_id) if paper_id is not None else None


def _with_signature(form: ConsentForm, signed: OnScreen) -> ConsentForm:
    """Return the copy with the signature."""
    known = signed.values.get
    capacity = Capacity(known("signer_capacity") or Capacity.SELF.value)
    signer = Signer(
        known("signer_name", ""),
        word(capacity),
        known("signer_relation", ""),
        signed.png,
        signed.note,
    )
    if capacity is Capacity.SELF:
        return replace(form, signed_on=signed.on, signer=signer)
    return replace(form, signed_on=signed.on, agent=signer)


def _block(purpose: ConsentPurpose, line: ConsentLine | None) -> ConsentBlock:
    return ConsentBlock(
        kind=block_kind(purpose),
        title=purpose.label,
        rows=(ConsentRow(purpose.purpose, purpose.items, purpose.period, purpose.recipients),),
        refusal=purpose.refusal,
        answer=_ANSWERS.get(line.result, Answer.NONE) if line else Answer.NONE,
        channels=tuple(Choice(label) for _, label in purpose.channels),
        text_version=purpose.text_version,
    )


def _legal_row(desk: Desk, group: ItemGroup) -> LegalRow:
    return LegalRow(
        items=group.label,
        purpose=group.purpose,
        basis=f"{word(group.basis)} · {group.basis_article}",
        period=desk.counted(group),
    )
