"""The look of the office's papers, as it stands: wording, heads of the approval box, seal."""

from collections.abc import Mapping

from easycare_desktop.documents.values import PLAIN_LOOK, Look
from easycare_desktop.domain.holdings import HoldingContent
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.storage.repositories.files import SealedFile
from easycare_desktop.storage.unit_of_work import UnitOfWork

LOOK = "paper_look"
SEAL, NO_SEAL = "seal/png", "seal/none"
_SIGNS = ("first_sign", "second_sign", "third_sign")


def look_in(uow: UnitOfWork) -> tuple[Look, bytes]:
    """Return the look and the seal inside a running action; no seal is an empty picture."""
    content = look_holding(uow)
    if content is None:
        return PLAIN_LOOK, b""
    seals = seals_of(uow, content)
    seal = uow.files.read(seals[-1].id)[1] if seals and seals[-1].media == SEAL else b""
    return _look(content.values, content.holding.version + len(seals)), seal


def look_holding(uow: UnitOfWork) -> HoldingContent | None:
    """Return what is stored of the look, or nothing."""
    office = uow.people.first_of(PersonKind.OFFICE)
    return uow.holdings.open_group(office.id, LOOK) if office is not None else None


def seals_of(uow: UnitOfWork, content: HoldingContent) -> list[SealedFile]:
    """Return every seal there was, and every time there was none, the newest last."""
    files = uow.files.of_holdings([content.holding.id])
    return sorted((each for each in files if each.media in {SEAL, NO_SEAL}), key=_order)


def _order(file: SealedFile) -> int:
    return file.id


def _look(values: Mapping[str, str], version: int) -> Look:
    first, second, third = (values.get(name, "") for name in _SIGNS)
    own = {name: text for name, text in values.items() if name not in _SIGNS and text}
    return Look(version, (first, second, third), tuple(sorted(own.items())))
