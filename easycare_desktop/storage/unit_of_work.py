"""All repositories over one transaction on office.db. Only the one door begins it."""

from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection

from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.access_log import AccessLogRepository
from easycare_desktop.storage.repositories.adopting import Adopting
from easycare_desktop.storage.repositories.backups import BackupsRepository
from easycare_desktop.storage.repositories.consents import ConsentsRepository
from easycare_desktop.storage.repositories.everybody import EverybodysValues
from easycare_desktop.storage.repositories.files import FilesRepository
from easycare_desktop.storage.repositories.history import HistoryRepository
from easycare_desktop.storage.repositories.holdings import HoldingsRepository
from easycare_desktop.storage.repositories.imports import ImportsRepository
from easycare_desktop.storage.repositories.law_rows import LawRowsRepository
from easycare_desktop.storage.repositories.many_holdings import ManyHoldings
from easycare_desktop.storage.repositories.measures import MeasuresRepository
from easycare_desktop.storage.repositories.merges import MergesRepository
from easycare_desktop.storage.repositories.meta import MetaRepository
from easycare_desktop.storage.repositories.outline import OutlineRepository
from easycare_desktop.storage.repositories.packets import PacketsRepository
from easycare_desktop.storage.repositories.papers import PapersRepository
from easycare_desktop.storage.repositories.people import PeopleRepository
from easycare_desktop.storage.repositories.plan_overview import PlanOverviewRepository
from easycare_desktop.storage.repositories.plans import PlansRepository
from easycare_desktop.storage.repositories.registers import RegistersRepository
from easycare_desktop.storage.repositories.relations import RelationsRepository
from easycare_desktop.storage.repositories.requests import RequestsRepository
from easycare_desktop.storage.repositories.returned import ReturnedRepository
from easycare_desktop.storage.repositories.slips import SlipsRepository


class UnitOfWork:
    """One transaction: everything in it is committed together with its log entry, or nothing."""

    def __init__(self, connection: Connection, folder: Path, keys: OpenKeys) -> None:
        self._connection = connection
        self._folder = folder
        self.keys = keys

    @cached_property
    def people(self) -> PeopleRepository:
        """Persons."""
        return PeopleRepository(self._connection)

    @cached_property
    def holdings(self) -> HoldingsRepository:
        """Holdings in use."""
        return HoldingsRepository(self._connection, self.keys)

    @cached_property
    def everybody(self) -> EverybodysValues:
        """Values of everybody's holdings in use."""
        return EverybodysValues(self._connection, self.keys)

    @cached_property
    def outline(self) -> OutlineRepository:
        """Numbers over all holdings."""
        return OutlineRepository(self._connection)

    @cached_property
    def history(self) -> HistoryRepository:
        """Field history."""
        return HistoryRepository(self._connection, self.keys)

    @cached_property
    def files(self) -> FilesRepository:
        """Sealed files."""
        return FilesRepository(self._connection, self._folder / "files", self.keys)

    @cached_property
    def registers(self) -> RegistersRepository:
        """Registers of paper, media and outside copies."""
        return RegistersRepository(self._connection, self.holdings, self.files)

    @cached_property
    def consents(self) -> ConsentsRepository:
        """Consent lines."""
        return ConsentsRepository(self._connection)

    @cached_property
    def relations(self) -> RelationsRepository:
        """Ties that ended."""
        return RelationsRepository(self._connection)

    @cached_property
    def requests(self) -> RequestsRepository:
        """Requests."""
        return RequestsRepository(self._connection)

    @cached_property
    def plans(self) -> PlansRepository:
        """Plans of destruction and separation."""
        return PlansRepository(self._connection)

    @property
    def plan_overview(self) -> PlanOverviewRepository:
        """Every plan there ever was, in few columns."""
        return PlanOverviewRepository(self._connection)

    @cached_property
    def many(self) -> ManyHoldings:
        """Very many holdings at once."""
        return ManyHoldings(self._connection, self.keys)

    @cached_property
    def measures(self) -> MeasuresRepository:
        """Legal holds and suspensions."""
        return MeasuresRepository(self._connection)

    @cached_property
    def papers(self) -> PapersRepository:
        """Papers made."""
        return PapersRepository(self._connection)

    @cached_property
    def packets(self) -> PacketsRepository:
        """Sets of papers."""
        return PacketsRepository(self._connection)

    @cached_property
    def slips(self) -> SlipsRepository:
        """Numbers of printed forms."""
        return SlipsRepository(self._connection)

    @cached_property
    def returned(self) -> ReturnedRepository:
        """Papers that came back."""
        return ReturnedRepository(self._connection)

    @cached_property
    def adopting(self) -> Adopting:
        """Holdings that find their owner."""
        return Adopting(self._connection, self.keys, self.holdings)

    @cached_property
    def imports(self) -> ImportsRepository:
        """Lists that were brought in."""
        return ImportsRepository(self._connection)

    @cached_property
    def merges(self) -> MergesRepository:
        """Two numbers of one person."""
        return MergesRepository(self._connection)

    @cached_property
    def law_rows(self) -> LawRowsRepository:
        """Rows of law."""
        return LawRowsRepository(self._connection)

    @cached_property
    def backups(self) -> BackupsRepository:
        """Places for backups and their register."""
        return BackupsRepository(self._connection)

    @cached_property
    def log(self) -> AccessLogRepository:
        """The access log."""
        return AccessLogRepository(self._connection)

    @cached_property
    def meta(self) -> MetaRepository:
        """Named values."""
        return MetaRepository(self._connection)
