"""Undoing the last steps of this session: corrections, and what was just written down anew."""

from easycare_desktop.services.corrections import CorrectionService, NothingToUndoError, UndoOffer
from easycare_desktop.services.imports.undoing import ImportUndoing


class UndoService:
    """Use cases of undoing. What is new goes with its key, as long as nothing was done with it."""

    def __init__(self, corrections: CorrectionService, undoing: ImportUndoing) -> None:
        self._corrections, self._undoing = corrections, undoing

    def last(self) -> UndoOffer | None:
        """Return what would be undone next."""
        return self._corrections.last()

    def undo(self, reason: str, number: int) -> UndoOffer:
        """Undo the last step; `number`: the one that is meant.

        Raises `NothingToUndoError`, `PersonStaysError`, and what `CorrectionService.undo` raises.
        """
        offer = self._corrections.last()
        if offer is None or offer.number != number:
            raise NothingToUndoError
        if offer.begun:
            self._undoing.undo_entry(offer.person_id, offer.begun, reason, newcomer=offer.newcomer)
        return offer if offer.newcomer else self._corrections.undo(reason, number)
