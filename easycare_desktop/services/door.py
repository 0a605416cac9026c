"""The one door: checks the right, opens the transaction, writes the log entry, commits."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import RLock

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action, Actor, NotPermittedError
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.keys.account_rows import is_active
from easycare_desktop.storage.keys.refusals import AccountBlockedError, HandedOverError
from easycare_desktop.storage.repositories.drafts import Draft, DraftsRepository
from easycare_desktop.storage.repositories.separated import SeparatedRepository
from easycare_desktop.storage.unit_of_work import UnitOfWork
from easycare_desktop.system.clock import Clock

_log = logging.getLogger(__name__)
_OF_BLOCKED = frozenset({Action.LOCKED, Action.PROOF_FAILED})


class Step:
    """One action on its way: its repositories, and what the log shall say of it.

    `each`: details that get a line of the log of their own, in place of the one `detail`.
    Work on separated.db and drafts.db is committed before office.db and its log entry.
    """

    def __init__(self, uow: UnitOfWork, files: OfficeFiles, stack: ExitStack) -> None:
        self.uow = uow
        self.person_id: int | None = None
        self.count = 1
        self.detail = ""
        self.each: list[str] = []
        self._files = files
        self._stack = stack
        self._separated: SeparatedRepository | None = None
        self._drafts: DraftsRepository | None = None

    @property
    def separated(self) -> SeparatedRepository:
        """Rows of separated.db."""
        if self._separated is None:
            connection = self._stack.enter_context(self._files.separated())
            self._separated = SeparatedRepository(connection)
        return self._separated

    @property
    def vault_rows(self) -> int | None:
        """How many rows separated.db holds now; nothing where this action did not look there."""
        return None if self._separated is None else len(self._separated.ids())

    def hold_separated(self) -> None:
        """Keep every other writer out of separated.db until this action ends."""
        _ = self.separated

    @property
    def drafts(self) -> DraftsRepository:
        """Rows of drafts.db."""
        if self._drafts is None:
            connection = self._stack.enter_context(self._files.drafts())
            self._drafts = DraftsRepository(connection)
        return self._drafts

    def renew_drafts(self, left_of: Callable[[Draft], Draft | None]) -> None:
        """Rewrite drafts.db under a new key with what `keeps` names, durable when this returns."""
        self._files.renew_drafts(left_of)


class Door:
    """Every service action goes through `enter`; nothing else opens a transaction."""

    def __init__(self, files: OfficeFiles, actor: Actor, clock: Clock, place: str) -> None:
        self._files = files
        self._clock = clock
        self._place = place
        self._lock = RLock()
        self._spared: frozenset[Action] | None = None
        self.actor = actor

    @property
    def looks_only(self) -> bool:
        """Whether the door lets nothing pass that changes something."""
        return self._spared is not None

    def shut(self, spared: frozenset[Action] = frozenset()) -> None:
        """Let only looking pass from now on, and the actions `spared`."""
        with self._lock:
            self._spared = spared

    def unshut(self) -> None:
        """Let everything pass again."""
        with self._lock:
            self._spared = None

    @contextmanager
    def enter(
        self,
        action: Action,
        *,
        person_id: int | None = None,
        detail: str = "",
        on_behalf: Actor | None = None,
    ) -> Iterator[Step]:
        """Begin an action; commit it with its log entry when the block ends without exception.

        `on_behalf` is a second person who acts in place with their own password. Raises
        `NotPermittedError` when the role lacks the right, `AccountBlockedError` once the account
        was blocked or ended, also in a session that was open before, and `HandedOverError` while
        another PC writes for the office; all are logged, too.
        """
        actor = on_behalf or self.actor
        with self._lock:
            self._check(action, actor, person_id)
            with self._files.office() as connection:
                uow = UnitOfWork(connection, self._files.folder, self._files.keys)
                with ExitStack() as stack:
                    step = Step(uow, self._files, stack)
                    step.person_id = person_id
                    step.detail = detail
                    yield step
                    rows = step.vault_rows
                self._tell(uow, action, actor, step)
                self._mark(uow, rows)

    def _check(self, action: Action, actor: Actor, person_id: int | None) -> None:
        refusal: Refusal | None = None
        with self._files.keys.file.read() as keys:
            active = is_active(keys, actor.account_id)
        if not active and action not in _OF_BLOCKED:
            refusal = AccountBlockedError()
        elif not actor.may(action.right):
            refusal = NotPermittedError(actor.role, action.right)
        elif self._spared is not None and not action.only_looks | (action in self._spared):
            refusal = HandedOverError()
        if refusal is not None:
            self._refuse(action, actor, person_id)
            raise refusal

    def forget_seen(self, step: Step) -> None:
        """Drop the newest time seen: the officer takes an earlier one for right."""
        mark = json.loads(step.uow.meta.get("mark", "{}"))
        mark.pop("seen", None)
        step.uow.meta.put("mark", json.dumps(mark))

    def _tell(self, uow: UnitOfWork, action: Action, actor: Actor, step: Step) -> None:
        for told in step.each or [step.detail]:
            uow.log.append(
                action.code,
                at=self._clock.now(),
                account_id=actor.account_id,
                place=self._place,
                person_id=step.person_id,
                count=step.count,
                detail=told,
            )

    def _mark(self, uow: UnitOfWork, vault_rows: int | None) -> None:
        """Raise the high-water mark: generation, saves so far and the newest time seen.

        Beside it stands how many rows separated.db holds: an older one is known by that.
        """
        mark = json.loads(uow.meta.get("mark", "{}"))
        mark["generation"] = max(self._files.keys.generation, mark.get("generation", 0))
        mark["revision"] = max(self._files.keys.revision, mark.get("revision", 0))
        mark["saves"] = mark.get("saves", 0) + 1
        mark["seen"] = max(self._clock.now().isoformat(), mark.get("seen", ""))
        if vault_rows is not None:
            mark["vault"] = vault_rows
        uow.meta.put("mark", json.dumps(mark))

    def _refuse(self, action: Action, actor: Actor, person_id: int | None) -> None:
        _log.info("refused %s to account %d", action.code, actor.account_id)
        with self._files.office() as connection:
            uow = UnitOfWork(connection, self._files.folder, self._files.keys)
            uow.log.append(
                action.code,
                at=self._clock.now(),
                account_id=actor.account_id,
                place=self._place,
                person_id=person_id,
                outcome="denied",
            )
