"""Who may do what. Every service action names one `Action`; the action names its right."""

from dataclasses import dataclass
from enum import Enum

from easycare_desktop.domain.refusals import Refusal


class Role(Enum):
    """What an account is for."""

    OFFICER = "officer"
    CLERK = "clerk"
    VIEWER = "viewer"
    AUDITOR = "auditor"


class Right(Enum):
    """The smallest unit of permission."""

    VIEW = "view"
    ENTER = "enter"
    PRINT = "print"
    EXPORT = "export"
    DECIDE = "decide"
    APPROVE = "approve"
    DESTROY = "destroy"
    READ_SEPARATED = "read_separated"
    ACCOUNTS = "accounts"
    RULES = "rules"
    REVIEW_LOG = "review_log"
    KEY_PLACES = "key_places"
    BACK_UP = "back_up"
    RESTORE = "restore"


_CLERK = frozenset(
    {
        *(Right.VIEW, Right.ENTER, Right.PRINT, Right.EXPORT, Right.DESTROY),
        *(Right.KEY_PLACES, Right.BACK_UP),
    }
)
RIGHTS_OF: dict[Role, frozenset[Right]] = {
    Role.OFFICER: frozenset(Right),
    Role.CLERK: _CLERK,
    Role.VIEWER: frozenset({Right.VIEW}),
    Role.AUDITOR: frozenset({Right.VIEW, Right.REVIEW_LOG}),
}


class Verb(Enum):
    """What the access log calls an action: the kinds the safety standard tells apart."""

    READ = "read"
    ENTER = "enter"
    CHANGE = "change"
    PRINT = "print"
    EXPORT = "export"
    DESTROY = "destroy"
    SEPARATE = "separate"
    APPROVE = "approve"
    LOGIN = "login"
    MANAGE = "manage"


class Action(Enum):
    """Every action of every service: code, needed right, verb of the log."""

    SIGNED_IN = ("session.signed_in", Right.VIEW, Verb.LOGIN)
    PROOF_FAILED = ("session.proof_failed", Right.VIEW, Verb.LOGIN)
    LOCKED = ("session.locked", Right.VIEW, Verb.LOGIN)
    TODAY_SHOWN = ("today.show", Right.VIEW, Verb.READ)
    PEOPLE_LISTED = ("people.list", Right.VIEW, Verb.READ)
    VIEW_KEPT = ("people.view", Right.VIEW, Verb.MANAGE)
    PERSON_OPENED = ("people.open", Right.VIEW, Verb.READ)
    PERSON_REGISTERED = ("people.register", Right.ENTER, Verb.ENTER)
    PERSON_CORRECTED = ("people.correct", Right.ENTER, Verb.CHANGE)
    PEOPLE_MERGED = ("people.merge", Right.ENTER, Verb.CHANGE)
    PEOPLE_PARTED = ("people.part", Right.ENTER, Verb.CHANGE)
    SCAN_ADDED = ("people.scan", Right.ENTER, Verb.ENTER)
    SCAN_MOVED = ("people.scan_move", Right.ENTER, Verb.CHANGE)
    SCAN_TAKEN_OUT = ("people.scan_out", Right.DESTROY, Verb.DESTROY)
    NUMBER_SHOWN = ("people.number", Right.VIEW, Verb.READ)
    HISTORY_READ = ("people.history", Right.VIEW, Verb.READ)
    DRAFT_KEPT = ("drafts.keep", Right.ENTER, Verb.ENTER)
    DRAFTS_LISTED = ("drafts.list", Right.ENTER, Verb.READ)
    DRAFTS_LEFT_LISTED = ("drafts.left", Right.ACCOUNTS, Verb.READ)
    DRAFT_LEFT_DROPPED = ("drafts.left_drop", Right.ACCOUNTS, Verb.CHANGE)
    CONSENT_RECORDED = ("consents.record", Right.ENTER, Verb.ENTER)
    CONSENT_WITHDRAWN = ("consents.withdraw", Right.ENTER, Verb.CHANGE)
    CONSENTS_READ = ("consents.read", Right.VIEW, Verb.READ)
    EVIDENCE_READ = ("consents.evidence", Right.VIEW, Verb.READ)
    REQUEST_TAKEN = ("requests.take", Right.ENTER, Verb.ENTER)
    REQUEST_CHANGED = ("requests.change", Right.ENTER, Verb.CHANGE)
    REQUEST_DECIDED = ("requests.decide", Right.DESTROY, Verb.CHANGE)
    REQUESTS_READ = ("requests.read", Right.VIEW, Verb.READ)
    HOLDINGS_READ = ("holdings.read", Right.VIEW, Verb.READ)
    CORRECTION_ASKED = ("holdings.correction", Right.ENTER, Verb.CHANGE)
    MEASURE_CHANGED = ("holdings.measure", Right.DECIDE, Verb.CHANGE)
    SEPARATED_LISTED = ("separated.list", Right.VIEW, Verb.READ)
    SEPARATED_READ = ("separated.read", Right.READ_SEPARATED, Verb.READ)
    DESTRUCTION_PLANNED = ("destruction.plan", Right.DESTROY, Verb.ENTER)
    MISTAKE_PLANNED = ("destruction.mistake", Right.DECIDE, Verb.ENTER)
    DESTRUCTION_READ = ("destruction.read", Right.VIEW, Verb.READ)
    DESTRUCTION_APPROVED = ("destruction.approve", Right.APPROVE, Verb.APPROVE)
    DESTRUCTION_REJECTED = ("destruction.reject", Right.APPROVE, Verb.APPROVE)
    DESTRUCTION_CANCELLED = ("destruction.cancel", Right.DESTROY, Verb.CHANGE)
    DESTRUCTION_RUN = ("destruction.run", Right.DESTROY, Verb.DESTROY)
    SECOND_NOTICE = ("destruction.second_notice", Right.ENTER, Verb.CHANGE)
    OUTSIDE_TICKED = ("destruction.outside", Right.DESTROY, Verb.CHANGE)
    LEDGER_READ = ("ledger.read", Right.VIEW, Verb.READ)
    LEDGER_EXPORTED = ("ledger.export", Right.EXPORT, Verb.EXPORT)
    PAPER_MADE = ("papers.make", Right.PRINT, Verb.PRINT)
    PAPER_SIGNED = ("papers.sign", Right.APPROVE, Verb.APPROVE)
    PAPER_PRINTED = ("papers.print", Right.PRINT, Verb.PRINT)
    PAPER_SAVED = ("papers.save", Right.EXPORT, Verb.EXPORT)
    PACKET_NOTED = ("papers.packet", Right.ENTER, Verb.ENTER)
    PAPERS_READ = ("papers.read", Right.VIEW, Verb.READ)
    IMPORT_LOOKED_AT = ("exchange.look", Right.ENTER, Verb.READ)
    PEOPLE_IMPORTED = ("exchange.import", Right.ENTER, Verb.ENTER)
    IMPORT_UNDONE = ("exchange.undo", Right.DESTROY, Verb.CHANGE)
    FILE_NOTED = ("exchange.noted", Right.VIEW, Verb.EXPORT)
    SHEET_EXPORTED = ("exchange.export", Right.EXPORT, Verb.EXPORT)
    PEOPLE_EXPORTED = ("exchange.people", Right.EXPORT, Verb.EXPORT)
    RETURNED_READ = ("returned.read", Right.VIEW, Verb.READ)
    RETURNED_TAKEN = ("returned.take", Right.ENTER, Verb.ENTER)
    RETURNED_FILED = ("returned.file", Right.ENTER, Verb.ENTER)
    RETURNED_DROPPED = ("returned.drop", Right.ENTER, Verb.CHANGE)
    ACCOUNTS_READ = ("accounts.read", Right.ACCOUNTS, Verb.READ)
    ACCOUNT_CHANGED = ("accounts.change", Right.ACCOUNTS, Verb.MANAGE)
    PASSWORD_CHANGED = ("accounts.password", Right.VIEW, Verb.MANAGE)
    RULES_READ = ("rules.read", Right.VIEW, Verb.READ)
    RULE_CHANGED = ("rules.change", Right.RULES, Verb.MANAGE)
    RULE_CONFIRMED = ("rules.confirm", Right.RULES, Verb.MANAGE)
    PERMIT_READ = ("rules.permit_read", Right.VIEW, Verb.READ)
    PERMIT_CHANGED = ("rules.permit", Right.RULES, Verb.MANAGE)
    LOG_READ = ("log.read", Right.REVIEW_LOG, Verb.READ)
    LOG_REVIEWED = ("log.review", Right.REVIEW_LOG, Verb.APPROVE)
    KEY_PLACES_READ = ("key_places.read", Right.VIEW, Verb.READ)
    KEY_PLACE_CHANGED = ("key_places.change", Right.KEY_PLACES, Verb.MANAGE)
    BACKUPS_READ = ("backups.read", Right.VIEW, Verb.READ)
    BACKUP_MADE = ("backups.make", Right.BACK_UP, Verb.MANAGE)
    BACKUP_TARGET_CHANGED = ("backups.target", Right.BACK_UP, Verb.MANAGE)
    OFFICE_READ = ("office.read", Right.VIEW, Verb.READ)
    OFFICE_LEFT = ("office.leave", Right.APPROVE, Verb.DESTROY)
    OFFICE_HANDED_OVER = ("office.hand_over", Right.READ_SEPARATED, Verb.EXPORT)
    OFFICE_CHANGED = ("office.change", Right.RULES, Verb.CHANGE)
    RESTORED = ("restore.run", Right.RESTORE, Verb.MANAGE)
    REGISTERS_READ = ("registers.read", Right.VIEW, Verb.READ)
    REGISTER_CHANGED = ("registers.change", Right.ENTER, Verb.CHANGE)
    DISPOSED = ("registers.dispose", Right.DESTROY, Verb.DESTROY)
    CERTIFICATE_EXPORTED = ("office.certificate", Right.EXPORT, Verb.EXPORT)
    DRILLED = ("restore.drill", Right.RESTORE, Verb.MANAGE)
    RECOVERED = ("session.recovered", Right.VIEW, Verb.MANAGE)
    OFFICE_LEASED = ("office.lease", Right.RESTORE, Verb.MANAGE)

    def __init__(self, code: str, right: Right, verb: Verb) -> None:
        self.code = code
        self.right = right
        self.verb = verb

    @property
    def only_looks(self) -> bool:
        """Tell whether a PC may do it that has handed the office over.

        What is kept apart stays shut there: its reading ledger is with the PC that writes.
        """
        looks = self.verb in {Verb.READ, Verb.LOGIN}
        looks |= self in {Action.VIEW_KEPT, Action.OFFICE_LEFT}
        return looks and self is not Action.SEPARATED_READ


VERB_OF = {action.code: action.verb for action in Action}


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the keyboard, as numbers and a role."""

    account_id: int
    role: Role

    def may(self, right: Right) -> bool:
        """Tell whether the role carries the right."""
        return right in RIGHTS_OF[self.role]


class NotPermittedError(Refusal):
    """The role of the account does not carry the right."""

    def __init__(self, role: Role, right: Right) -> None:
        super().__init__(role, right)
        self.role = role
        self.right = right
