"""Certificates of media and paper, the label of a box, the list of all disposals."""

from collections.abc import Mapping, Sequence

from easycare_desktop.documents import disposal_words, phrases
from easycare_desktop.documents.contents.box_label import BoxLabel
from easycare_desktop.documents.contents.destruction_certificate import LedgerProof
from easycare_desktop.documents.contents.disposal_certificate import (
    DisposalCertificate,
    DisposalSort,
    DisposedLine,
)
from easycare_desktop.documents.contents.table_paper import TablePaper
from easycare_desktop.documents.hold_words import HELD
from easycare_desktop.documents.values import ApprovalNames
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import FieldKind, ItemField
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import Disposal, RegisterItem, RegisterKind
from easycare_desktop.services.facts import listed_in
from easycare_desktop.services.paper_values.common import Desk, numbers_of
from easycare_desktop.services.paper_values.lists import columns_of
from easycare_desktop.storage.repositories.registers import RegisterItemNotFoundError

_WHAT = {RegisterKind.BOX: "label", RegisterKind.MEDIUM: "medium", RegisterKind.OUTSIDE: "label"}
_SHARES = (1.1, 1.5, 2.0, 0.9, 1.6, 1.0, 1.4)
_SORTS = {RegisterKind.BOX: DisposalSort.PRINTED, RegisterKind.MEDIUM: DisposalSort.MEDIA}


def disposal_certificate(desk: Desk, disposal_id: int) -> DisposalCertificate:
    """Return the certificate of everything that was destroyed together."""
    made = desk.step.uow.registers.disposal(disposal_id)
    return _certificate(desk, made, made.items, _SORTS.get(made.kind, DisposalSort.MEDIA))


def medium_certificate(desk: Desk, item_id: int) -> DisposalCertificate:
    """Return the certificate of one medium. Raises `RegisterItemNotFoundError` before its end."""
    for made in reversed(desk.step.uow.registers.disposals()):
        if item_id in made.items and made.kind is RegisterKind.MEDIUM:
            return _certificate(desk, made, (item_id,), DisposalSort.MEDIUM)
    raise RegisterItemNotFoundError


def box_label(desk: Desk, item_id: int) -> BoxLabel:
    """Return the label of a box."""
    item = desk.step.uow.registers.get(item_id)
    known = item.values.get
    return BoxLabel(
        office=desk.head,
        facts=desk.facts,
        number=item.number,
        label=known("label", ""),
        cabinet=known("cabinet", ""),
        compartment=known("compartment", ""),
        key_holder=known("key_holder", ""),
        contents=known("contents", ""),
        since=item.added_on,
    )


def disposal_ledger(desk: Desk) -> TablePaper:
    """Return every disposal, one line each."""
    uow = desk.step.uow
    rows = []
    for made in uow.registers.disposals():
        numbers = ", ".join(uow.registers.get(each).number for each in made.items)
        checked = ", ".join(
            filter(None, (made.values.get("witness", ""), made.values.get("on_site", "")))
        )
        rows.append(
            (
                made.number,
                f"{made.at:%Y-%m-%d %H:%M}",
                f"{word(made.kind)} {numbers}",
                word(made.method),
                made.values.get("place", ""),
                desk.account(made.handled_by),
                checked,
            )
        )
    return TablePaper(
        office=desk.head,
        facts=desk.facts,
        title=phrases.DISPOSAL_TITLE,
        columns=columns_of(phrases.DISPOSAL_COLUMNS, _SHARES, centred={0, 1}),
        rows=tuple(rows),
        approval=ApprovalNames(),
    )


def _certificate(
    desk: Desk, made: Disposal, items: tuple[int, ...], sort: DisposalSort
) -> DisposalCertificate:
    uow, known, facts = desk.step.uow, made.values.get, _told(desk, made)
    persons = [uow.people.get(each) for each in made.persons]
    return DisposalCertificate(
        office=desk.head,
        facts=desk.facts,
        sort=sort,
        number=made.number,
        issued_on=desk.today(),
        lines=tuple(_line(desk, uow.registers.get(each)) for each in items),
        method=word(made.method),
        method_class=phrases.METHOD_CLASSES.get(made.method.value, phrases.DESTROYED),
        at=made.at,
        place=known("place", ""),
        proof=LedgerProof(made.sequence, made.previous, made.entry),
        handled_by=desk.account(made.handled_by),
        amount=known("amount", ""),
        persons=numbers_of(persons),
        plan_number=uow.plans.get(made.plan_id).number if made.plan_id else "",
        company=known("company", ""),
        company_number=known("company_number", ""),
        receipt=known("receipt", ""),
        on_site=known("on_site", ""),
        on_site_at=made.on_site_at,
        witness=known("witness", ""),
        photos=made.photos,
        remark=known("remark", ""),
        kept=tuple(_kept(desk, each) for each in listed_in(facts, "kept")),
        originals=_originals(str(facts.get("moved_to", "")), known("originals", "")),
    )


def _told(desk: Desk, made: Disposal) -> Mapping[str, object]:
    """Return what the ledger says of a disposal."""
    entries = desk.office.keys.ledger_entries()
    return next((each.facts for each in entries if each.seq == made.sequence), {})


def _kept(desk: Desk, said: Sequence[object]) -> str:
    """Return one line of what law keeps: what, of how many, until when and by which article."""
    kind, group, rule, until, count = said
    label = desk.group_label(str(group), PersonKind(str(kind)))
    law = desk.rules.get(str(rule))
    why = law.citation if law else HELD
    return disposal_words.kept_original(label, int(str(count)), str(until), why)


def _originals(moved_to: str, why: str) -> str:
    return disposal_words.moved_original(moved_to) if moved_to else why


def _line(desk: Desk, item: RegisterItem) -> DisposedLine:
    group = desk.office.catalogue.group(item.kind.group, PersonKind.OFFICE)
    first = _WHAT[item.kind]
    said = {field.code: _said(field, item.values.get(field.code, "")) for field in group.fields}
    details = tuple(
        (field.label, said[field.code])
        for field in group.fields
        if field.code != first and said[field.code]
    )
    return DisposedLine(item.number, said[first], details)


def _said(field: ItemField, value: str) -> str:
    return field.choice_label(value) if value and field.kind is FieldKind.CHOICE else value
