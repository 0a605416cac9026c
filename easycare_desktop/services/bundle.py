"""All services of one open office, built once and handed to the windows by constructor."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from easycare_desktop.services.access_log import AccessLogService
from easycare_desktop.services.accounts import AccountService
from easycare_desktop.services.approvals import ApprovalService
from easycare_desktop.services.backup import BackupService
from easycare_desktop.services.backup_targets import BackupTargetService
from easycare_desktop.services.certificates import CertificateService
from easycare_desktop.services.clocks import ClockService
from easycare_desktop.services.consent_standings import ConsentStandings
from easycare_desktop.services.consents import ConsentService
from easycare_desktop.services.corrections import CorrectionService
from easycare_desktop.services.decisions import DecisionService
from easycare_desktop.services.departure import DepartureService
from easycare_desktop.services.destruction import DestructionService
from easycare_desktop.services.destruction_run import DestructionRun
from easycare_desktop.services.destruction_search import DestructionSearchService
from easycare_desktop.services.drafts import DraftService
from easycare_desktop.services.exports import ExportService
from easycare_desktop.services.former_places import FormerPlaces
from easycare_desktop.services.handover import HandoverService
from easycare_desktop.services.imports.rejects import RejectedRowsService
from easycare_desktop.services.imports.service import ImportService
from easycare_desktop.services.imports.undoing import ImportUndoing
from easycare_desktop.services.joint_approval import JointApprovalService
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.leavers import LeaverService
from easycare_desktop.services.ledger import LedgerService
from easycare_desktop.services.leftovers import sweep_leftovers
from easycare_desktop.services.list_views import ListViewService
from easycare_desktop.services.log_reviews import LogReviewService
from easycare_desktop.services.longer_stays import keep_by_law
from easycare_desktop.services.measures import MeasureService
from easycare_desktop.services.merging import MergeService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import OfficeProfileService
from easycare_desktop.services.old_sheets import OldSheets
from easycare_desktop.services.paper_jobs import PaperJobService
from easycare_desktop.services.paper_look import PaperLookService
from easycare_desktop.services.papers import PaperService
from easycare_desktop.services.people import PeopleService
from easycare_desktop.services.people_search import PeopleSearch
from easycare_desktop.services.permits import PermitService
from easycare_desktop.services.person_papers import PersonPapersService
from easycare_desktop.services.protection import ProtectionService
from easycare_desktop.services.recovery import RecoveryService
from easycare_desktop.services.registers import RegisterService
from easycare_desktop.services.relations import RelationService
from easycare_desktop.services.request_corrections import RequestCorrections
from easycare_desktop.services.requests import RequestService
from easycare_desktop.services.residue import ResidueService
from easycare_desktop.services.restore.drill import DrillService
from easycare_desktop.services.restore.freshness import FreshnessService
from easycare_desktop.services.restrictions import RestrictionService
from easycare_desktop.services.returned import ReturnedService
from easycare_desktop.services.returned_folder import ReturnedFolderService
from easycare_desktop.services.returned_intake import ReturnedIntake
from easycare_desktop.services.rules import RuleService
from easycare_desktop.services.saved_files import SavedFileService
from easycare_desktop.services.scan_moving import ScanMovingService
from easycare_desktop.services.second_notices import SecondNoticeService
from easycare_desktop.services.selection import SelectionService
from easycare_desktop.services.separated import SeparatedService
from easycare_desktop.services.session import SessionService
from easycare_desktop.services.several_endings import SeveralEndings
from easycare_desktop.services.sheets import SheetService
from easycare_desktop.services.signals import SignalService
from easycare_desktop.services.supplements import SupplementService
from easycare_desktop.services.today import TodayService
from easycare_desktop.services.undo import UndoService
from easycare_desktop.services.vendor_requests import VendorRequestService
from easycare_desktop.services.withdrawals import WithdrawalService
from easycare_desktop.system.list_words import load_list_words
from easycare_desktop.system.resources import resource

T = TypeVar("T")


def _over_office(make: Callable[[OpenOffice], T]) -> cached_property[T]:
    """Return a service of the office that is made when it is first asked for."""
    return cached_property(lambda services: make(services.office))


class Services:
    """The use cases of one open office.

    `plain_places`: folders of plain text to search; `temporary`: the folder of temporary files.
    """

    approvals = _over_office(ApprovalService)
    decisions = _over_office(DecisionService)
    destruction_search = _over_office(DestructionSearchService)
    drill = _over_office(DrillService)
    exports = _over_office(ExportService)
    handover = _over_office(HandoverService)
    joint_approval = _over_office(JointApprovalService)
    leavers = _over_office(LeaverService)
    log_reviews = _over_office(LogReviewService)
    measures = _over_office(MeasureService)
    paper_look = _over_office(PaperLookService)
    permits = _over_office(PermitService)
    rejected_rows = _over_office(RejectedRowsService)
    restrictions = _over_office(RestrictionService)
    returned = _over_office(ReturnedService)
    returned_intake = _over_office(ReturnedIntake)
    saved_files = _over_office(SavedFileService)
    scan_moving = _over_office(ScanMovingService)
    second_notices = _over_office(SecondNoticeService)
    selection = _over_office(SelectionService)
    supplements = _over_office(SupplementService)
    withdrawals = _over_office(WithdrawalService)

    def __init__(
        self,
        office: OpenOffice,
        plain_places: Iterable[Path] = (),
        temporary: Path | None = None,
    ) -> None:
        self.office = office
        self.corrections = CorrectionService(office)
        self.people = PeopleService(office, self.corrections)
        self.search = PeopleSearch(office)
        standings = ConsentStandings()
        self.consents = ConsentService(office, standings)
        self.requests = RequestService(office)
        self.vendor = VendorRequestService(office)
        self.destruction = DestructionService(office)
        self.separated = SeparatedService(office)
        self.clocks = ClockService(office)
        self.drafts = DraftService(office)
        self.key_places = KeyPlaceService(office)
        self.backup_targets = BackupTargetService(office)
        self.backup = BackupService(office, self.key_places)
        self.departure = DepartureService(office, self.backup)
        self.protection = ProtectionService(office, self.key_places)
        self.ledger = LedgerService(office)
        self.person_papers = PersonPapersService(office)
        self.certificates = CertificateService(office)
        self.registers = RegisterService(office)
        self.freshness = FreshnessService(office)
        self.profile = OfficeProfileService(office)
        self.accounts = AccountService(office)
        self.session = SessionService(office)
        self.rules = RuleService(office)
        self.log = AccessLogService(office)
        self.signals = SignalService(office, standings)
        self.today = TodayService(office, self.key_places, self.protection, standings, self.signals)
        self.sheets = SheetService(office, self.ledger)
        self.imports = ImportService(office, load_list_words(resource("exchange")))
        self.import_undoing = ImportUndoing(office, self.key_places)
        self._plain_places = tuple(plain_places)
        self._temporary = temporary

    @cached_property
    def views(self) -> ListViewService:
        """Views of the people list."""
        return ListViewService(self.office, self.search, self.signals)

    @cached_property
    def merging(self) -> MergeService:
        """People who were registered twice."""
        return MergeService(self.office, self.corrections)

    @cached_property
    def undo(self) -> UndoService:
        """Undoing the last steps."""
        return UndoService(self.corrections, self.import_undoing, self.merging)

    @cached_property
    def request_corrections(self) -> RequestCorrections:
        """Correcting what was written down of a request."""
        return RequestCorrections(self.office, self.requests)

    @cached_property
    def several_endings(self) -> SeveralEndings:
        """People whose relation ended together."""
        return SeveralEndings(self.office, self.requests, self.decisions)

    @cached_property
    def relations(self) -> RelationService:
        """Ties between recipients and guardians."""
        return RelationService(self.office, self.requests, self.several_endings)

    @cached_property
    def paper_jobs(self) -> PaperJobService:
        """Several papers as one print job."""
        return PaperJobService(self.office, self.papers)

    @cached_property
    def returned_folder(self) -> ReturnedFolderService:
        """The folder that scans are looked for in."""
        return ReturnedFolderService(self.office, self.returned_intake)

    @cached_property
    def former_places(self) -> FormerPlaces:
        """Key places that were struck off with keys on them."""
        return FormerPlaces(self.office)

    @cached_property
    def old_sheets(self) -> OldSheets:
        """Where an older recovery sheet still opens something."""
        return OldSheets(self.office)

    @cached_property
    def recovery(self) -> RecoveryService:
        """The days on which keys were lost or an officer left."""
        return RecoveryService(self.office, self.key_places)

    @cached_property
    def papers(self) -> PaperService:
        """Papers; the drawing rooms behind it are imported on first use."""
        return PaperService(self.office, self.ledger, clock_trusted=self.office.clock_trusted)

    @cached_property
    def destruction_run(self) -> DestructionRun:
        """The destruction itself."""
        residue = ResidueService(self.office, self._plain_places, self._temporary)
        return DestructionRun(
            self.office,
            residue,
            self.key_places,
            self.backup,
            clock_trusted=self.office.clock_trusted,
        )

    def start(self) -> int:
        """Finish what a stop left, propose what is due, open everybody; return how many."""
        self.rules.apply()
        keep_by_law(self.office)
        if not self.office.looks_only:
            self.permits.apply()
            self.restrictions.apply()
            self.destruction_run.resume()
            self.import_undoing.resume()
            sweep_leftovers(self.office)
            self.destruction.propose_at_opening()
        self.views.last()
        return self.people.load_index()
