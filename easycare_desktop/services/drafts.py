"""Half-typed work: kept at once, brought back after a lock, a crash or a power cut."""

from collections.abc import Mapping

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.drafts import Draft


class DraftService:
    """Use cases of drafts. `subject` is the person or request the window is about, 0 for new."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def keep(self, window: str, subject: int, values: Mapping[str, str]) -> None:
        """Keep what is typed in place of what was kept before."""
        draft = Draft(window, subject, self._office.clock.now(), dict(values))
        with self._office.door.enter(Action.DRAFT_KEPT, detail=window) as step:
            step.drafts.keep(self._office.actor.account_id, draft)

    def get(self, window: str, subject: int) -> Draft | None:
        """Return what was kept, if anything."""
        with self._office.door.enter(Action.DRAFT_KEPT, detail=window) as step:
            return step.drafts.get(self._office.actor.account_id, window, subject)

    def drop(self, window: str, subject: int) -> None:
        """Forget what was kept, because it was saved or given up."""
        with self._office.door.enter(Action.DRAFT_KEPT, detail=window) as step:
            step.drafts.drop(self._office.actor.account_id, window, subject)
