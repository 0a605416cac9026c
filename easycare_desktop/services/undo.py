"""Undoing the last steps of this session: corrections, what was written down anew, and merges."""

from easycare_desktop.domain.import_undo import PersonStaysError
from easycare_desktop.domain.merging import MergeOverError, NewerMergeStandsError
from easycare_desktop.services.corrections import CorrectionService, NothingToUndoError
from easycare_desktop.services.imports.undoing import ImportUndoing
from easycare_desktop.services.merging import MergeService
from easycare_desktop.services.undo_offers import UndoOffer


class UndoService:
    """Use cases of undoing. What is new goes with its key, as long as nothing was done with it."""

    def __init__(
        self, corrections: CorrectionService, undoing: ImportUndoing, merging: MergeService
    ) -> None:
        self._corrections, self._undoing, self._merging = corrections, undoing, merging

    def last(self) -> UndoOffer | None:
        """Return what would be undone next."""
        return self._corrections.last()

    def undo(self, reason: str, number: int) -> UndoOffer:
        """Undo the last step; `number`: the one that is meant.

        Raises `NothingToUndoError`, what `CorrectionService.undo` raises, and `PersonStaysError`
        or `MergeOverError`, after which the step is passed over.
        """
        offer = self._corrections.last()
        if offer is None or offer.number != number:
            raise NothingToUndoError
        try:
            if offer.merge:
                self._merging.undo(offer.merge, reason)
            elif offer.begun:
                self._undoing.undo_entry(
                    offer.person_id, offer.begun, reason, newcomer=offer.newcomer
                )
        except (PersonStaysError, MergeOverError, NewerMergeStandsError):
            self._corrections.pass_over(number)
            raise
        if offer.newcomer or not offer.changes:
            return offer
        return self._corrections.undo(reason, number)
