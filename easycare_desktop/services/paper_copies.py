"""The bytes of every paper that left the program, readable as long as all it may tell is here.

A copy is sealed under a key derived from the keys of *every* holding of the persons on it. When one
of them ends or is wrapped to the officer, the copy ends with it, in every backup too.
"""

import struct
from collections.abc import Iterable, Sequence

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from easycare_desktop.domain.holdings import HERE, Holding
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.sealing import KEY_BYTES, SealBrokenError, seal, unseal
from easycare_desktop.services.door import Step
from easycare_desktop.services.office_profile import PROFILE
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from easycare_desktop.storage.repositories.files import SealedFile
from easycare_desktop.storage.repositories.papers import EDITABLE_MEDIA, PaperRecord

_MEDIA = "paper/"
_OF_MANY = frozenset({PaperKind.ADDRESS_LABELS.code, PaperKind.TRANSFER_LIST.code})
_COUNT = struct.Struct(">H")
_ID = struct.Struct(">q")


class PaperNotKeptError(Refusal):
    """The paper never left the program, so no copy of it was kept."""


class PaperOfManyError(Refusal):
    """The paper names many people, and no key ends with all of theirs: no copy is kept."""


class PaperCopyGoneError(Refusal):
    """Something that stood on the paper was destroyed or lies apart: its copy opens no more."""


class EditableCopyError(Refusal):
    """What left is a file to be changed elsewhere: no copy of it is kept."""


def is_copy(file: SealedFile) -> bool:
    """Tell a copy of a paper from what was taken in."""
    return file.media.startswith(_MEDIA)


def keep_copy(step: Step, record: PaperRecord, pdf: bytes) -> None:
    """Keep the bytes of a paper that leaves, once; of nobody who is here any more, nothing."""
    files = step.uow.files
    holdings = _concerned(step, record)
    if record.kind in _OF_MANY or not holdings or files.with_media(_media(record)):
        return
    ids = [each.id for each in holdings]
    inner = seal(_key(step, record, ids), pdf, record.number.encode())
    content = _COUNT.pack(len(ids)) + b"".join(map(_ID.pack, ids)) + inner
    at, account = record.made_at, record.account_id
    files.add(ids[0], content, _media(record), at=at, account_id=account)


def copy_of(step: Step, record: PaperRecord) -> bytes:
    """Return the bytes as they left.

    Raises `PaperNotKeptError`, `PaperCopyGoneError`, `PaperOfManyError`, `EditableCopyError`.
    """
    if record.media == EDITABLE_MEDIA:
        raise EditableCopyError
    if record.kind in _OF_MANY:
        raise PaperOfManyError
    found = step.uow.files.with_media(_media(record))
    if not found:
        raise PaperCopyGoneError if record.copies or record.saved else PaperNotKeptError
    try:
        _, content = step.uow.files.read(found[0].id)
    except (SealBrokenError, FileDamagedError):
        raise PaperCopyGoneError from None
    (count,) = _COUNT.unpack_from(content)
    start = _COUNT.size + count * _ID.size
    ids = [number for (number,) in _ID.iter_unpack(content[_COUNT.size : start])]
    if not all(map(step.uow.keys.is_living, ids)):
        raise PaperCopyGoneError
    try:
        return unseal(_key(step, record, ids), content[start:], record.number.encode())
    except SealBrokenError:
        raise PaperCopyGoneError from None


def _media(record: PaperRecord) -> str:
    return f"{_MEDIA}{record.id}"


def _key(step: Step, record: PaperRecord, ids: Sequence[int]) -> bytes:
    keys = b"".join(map(step.uow.keys.key_of, ids))
    info = b"copy of a paper " + record.number.encode()
    return HKDF(SHA256(), KEY_BYTES, None, info).derive(keys)


def _concerned(step: Step, record: PaperRecord) -> list[Holding]:
    """Return the living holdings of everybody on the paper, in order; else the office's own."""
    uow = step.uow
    persons = _persons(step, record)
    if not persons:
        office = uow.people.first_of(PersonKind.OFFICE)
        own = uow.holdings.of_person(office.id) if office is not None else []
        return [each for each in own if each.group == PROFILE]
    living = {
        each.id: each
        for person_id in persons
        for each in uow.holdings.of_person(person_id)
        if each.state in HERE and uow.keys.is_living(each.id)
    }
    return [living[number] for number in sorted(living)]


def _persons(step: Step, record: PaperRecord) -> set[int]:
    uow = step.uow
    persons: set[int] = set()
    if record.person_id is not None:
        persons.add(record.person_id)
    if record.request_id is not None:
        persons.add(uow.requests.get(record.request_id).person_id)
    if record.plan_id is not None:
        persons |= uow.plans.get(record.plan_id).persons
    persons |= set(_guardians(step, persons))
    return {each for each in persons if uow.people.get(each).kind is not PersonKind.OFFICE}


def _guardians(step: Step, persons: Iterable[int]) -> list[int]:
    return [each for person in persons for each in step.uow.people.guardians_of(person)]
