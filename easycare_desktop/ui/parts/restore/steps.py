"""The steps of restoring: four on this PC, six for an office that arrives."""

from collections.abc import Mapping

from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.services.restore.arrival import Arrival, Newcomer
from easycare_desktop.services.restore.front import RestoreFront
from easycare_desktop.services.restore.preview import Preview
from easycare_desktop.services.restore.session import RestoreSession
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.printing import Printing
from easycare_desktop.ui.parts.restore.account_step import AccountStep
from easycare_desktop.ui.parts.restore.backup_step import BackupStep
from easycare_desktop.ui.parts.restore.confirm_step import ConfirmStep
from easycare_desktop.ui.parts.restore.preview_step import PreviewStep
from easycare_desktop.ui.parts.restore.there_form import ThereForm
from easycare_desktop.ui.parts.restore.ways import HERE, THERE, Way
from easycare_desktop.ui.parts.restore.where_step import WhereStep
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.parts.wizard.head import WizardHead
from easycare_desktop.ui.parts.wizard.sheet_step import SheetStep
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit


class RestoreSteps:
    """Keeps every step, and which way they are walked."""

    def __init__(
        self,
        front: RestoreFront,
        kit: Kit,
        messages: Messages,
        background: Background,
        printing: Printing | None,
    ) -> None:
        self._profile: Mapping[str, str] = {}
        self.where = WhereStep(ThereForm(kit, messages), kit)
        self.backup = BackupStep(kit, messages)
        self.preview = PreviewStep(kit)
        self.account = AccountStep(front.check_password, kit)
        self.sheet = SheetStep(front, self._known, kit, messages, background, printing)
        self._confirm = {way: ConfirmStep(kit, way) for way in (HERE, THERE)}
        self._here: tuple[Step, ...] = (
            *(self.where, self.backup, self.preview),
            self._confirm[HERE],
        )
        self._there: tuple[Step, ...] = (
            *(self.where, self.backup, self.preview),
            *(self.account, self.sheet, self._confirm[THERE]),
        )
        self.number = 0
        self.pile = Pile((*self._there, self._confirm[HERE]), grow=False)
        self._heads = (WizardHead(self._here, kit), WizardHead(self._there, kit))
        self.heads = Pile(self._heads)

    @property
    def way(self) -> Way:
        """The way that was chosen."""
        return HERE if self.where.is_here else THERE

    @property
    def confirm(self) -> ConfirmStep:
        """The last step of the way that was chosen."""
        return self._confirm[self.way]

    @property
    def line(self) -> tuple[Step, ...]:
        """The steps of the way that was chosen."""
        return self._here if self.where.is_here else self._there

    @property
    def now(self) -> Step:
        """The step that is shown."""
        return self.line[self.number]

    def go(self, number: int) -> None:
        """Show a step."""
        self.number = number
        self.pile.show_only(self.now)
        self.now.enter()

    def show_head(self) -> None:
        """Show where one is on the way that was chosen."""
        head = self._heads[0 if self.where.is_here else 1]
        self.heads.show_only(head)
        head.go(self.number)

    def learn(self, told: Preview, session: RestoreSession | Arrival | None) -> None:
        """Take what a prepared backup tells."""
        arrival = session if isinstance(session, Arrival) else None
        fresh = arrival is None or bool(self.where.there.certificate_number)
        handed_over = arrival is not None and arrival.is_handed_over
        made_at = self.backup.chosen_at
        self.preview.show_preview(told, self.way, made_at, fresh=fresh or handed_over)
        self.confirm.sum_up(made_at, handed_over=handed_over)
        if arrival is not None:
            self._profile = arrival.profile()

    def given(self) -> tuple[Newcomer | None, str]:
        """Return what an office that arrives is given."""
        account = self.account.account
        if self.where.is_here or account is None:
            return None, ""
        newcomer = Newcomer(account.id, self.account.password.text(), self.sheet.code)
        return newcomer, self.where.there.certificate_number

    def complain(self, error: Exception) -> int | None:
        """Say a refusal at its field; return the step it belongs to, or None where it has none."""
        if self.now is self.confirm and isinstance(error, InputRefusal):
            self.account.complain(error)
            return self.line.index(self.account)
        return self.number if self.now is self.where and self.where.complain(error) else None

    def forget(self) -> None:
        """Forget every password that was typed."""
        self.account.password.clear()
        self.where.password.control.clear()

    def _known(self) -> Mapping[str, str]:
        return self._profile
