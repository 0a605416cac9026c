"""Requests to cancel, and endings without a form."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select, update
from sqlalchemy.engine import Row

from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.requests import (
    OPEN_STATES,
    Channel,
    Intake,
    Relation,
    Request,
    RequestNotFoundError,
    RequestScope,
    RequestState,
    check_step,
)
from easycare_desktop.domain.second_notices import Telling
from easycare_desktop.storage.databases.office_tables import request
from easycare_desktop.storage.repositories.meta import MetaRepository

_OPEN = [state.value for state in OPEN_STATES]


class RequestsRepository:
    """Rows of `request`. Who applied and why stands sealed in the request's holding."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, year: int) -> str:
        """Return the next number of the year, e.g. 2026-0147."""
        last = self._connection.execute(
            select(func.max(request.c.number)).where(request.c.number.like(f"{year}-%"))
        ).scalar()
        last = max(last or "", MetaRepository(self._connection).floor("request", f"{year}-"))
        return f"{year}-{(int(last[5:]) if last else 0) + 1:04d}"

    def add(self, new: Request) -> Request:
        """Add a request; `new.id` is ignored and given by the table."""
        inserted = self._connection.execute(
            request.insert().values(
                number=new.number,
                relation=new.relation.value,
                person_id=new.person_id,
                holding_id=new.holding_id,
                scope=new.scope.value,
                state=new.state.value,
                channel=new.channel.value,
                with_form=new.with_form,
                received_on=new.received_on,
                due_on=new.due_on,
                wish_on=new.wish_on,
                last_service_on=new.last_service_on,
                ending=new.ending.value if new.ending else None,
            )
        ).inserted_primary_key
        return self.get(int(inserted[0]) if inserted is not None else 0)

    def get(self, request_id: int) -> Request:
        """Return one request; raise `RequestNotFoundError`."""
        row = self._connection.execute(select(request).where(request.c.id == request_id)).first()
        if row is None:
            raise RequestNotFoundError(request_id)
        return _request(row)

    def all(self) -> list[Request]:
        """Return every request, newest first."""
        rows = self._connection.execute(select(request).order_by(request.c.id.desc())).all()
        return [_request(row) for row in rows]

    def unfinished(self) -> list[Request]:
        """Return every request that is not over, newest first."""
        return self._where(request.c.state.in_(_OPEN))

    def of_person(self, person_id: int) -> list[Request]:
        """Return every request of a person, newest first."""
        return self._where(request.c.person_id == person_id)

    def open_of(self, person_id: int) -> list[Request]:
        """Return the unfinished requests of a person, newest first."""
        return self._where(request.c.person_id == person_id, request.c.state.in_(_OPEN))

    def of_plan(self, plan_id: int) -> list[Request]:
        """Return every request that a plan carries out, newest first."""
        return self._where(request.c.destruction_id == plan_id)

    def numbers(self) -> dict[int, str]:
        """Return the number of every request there ever was by id."""
        rows = self._connection.execute(select(request.c.id, request.c.number)).all()
        return {row[0]: row[1] for row in rows}

    def persons(self) -> dict[int, int]:
        """Return the person of every request there ever was by id."""
        rows = self._connection.execute(select(request.c.id, request.c.person_id)).all()
        return {row[0]: row[1] for row in rows}

    def _where(self, *conditions: ColumnElement[bool]) -> list[Request]:
        rows = self._connection.execute(
            select(request).where(*conditions).order_by(request.c.id.desc())
        )
        return [_request(row) for row in rows]

    def move(self, request_id: int, state: RequestState, on: date) -> Request:
        """Take the next step and record its day; raises `RequestStepError`."""
        current = self.get(request_id)
        check_step(current.state, state)
        days: dict[RequestState, str] = {
            RequestState.VERIFIED: "verified_on",
            RequestState.DECIDED: "decided_on",
            RequestState.CARRIED_OUT: "carried_out_on",
            RequestState.NOTIFIED: "notified_on",
        }
        values: dict[str, object] = {"state": state.value}
        if state in days:
            values[days[state]] = on
        self._connection.execute(update(request).where(request.c.id == request_id).values(**values))
        return self.get(request_id)

    def correct(self, request_id: int, said: Intake, due_on: date) -> Request:
        """Write the open columns of a form anew."""
        values: dict[str, object] = {
            "scope": said.scope.value,
            "channel": said.channel.value,
            "received_on": said.received_on,
            "due_on": due_on,
            "wish_on": said.wish_on,
            "last_service_on": said.last_service_on,
            "ending": said.ending.value,
        }
        self._connection.execute(update(request).where(request.c.id == request_id).values(**values))
        return self.get(request_id)

    def set_told(self, request_id: int, how: Telling) -> None:
        """Record how the applicant was told."""
        self._connection.execute(
            update(request).where(request.c.id == request_id).values(told_how=how.value)
        )

    def set_plan(self, request_id: int, plan_id: int | None) -> None:
        """Tie the plan that carries the decision out, or none where nothing has to go."""
        self._connection.execute(
            update(request).where(request.c.id == request_id).values(destruction_id=plan_id)
        )


def _request(row: Row[tuple[object, ...]]) -> Request:
    return Request(
        id=row.id,
        number=row.number,
        relation=Relation(row.relation),
        person_id=row.person_id,
        holding_id=row.holding_id,
        scope=RequestScope(row.scope),
        state=RequestState(row.state),
        channel=Channel(row.channel),
        with_form=row.with_form,
        received_on=row.received_on,
        due_on=row.due_on,
        wish_on=row.wish_on,
        last_service_on=row.last_service_on,
        ending=EndingReason(row.ending) if row.ending else None,
        verified_on=row.verified_on,
        decided_on=row.decided_on,
        carried_out_on=row.carried_out_on,
        notified_on=row.notified_on,
        told_how=Telling(row.told_how) if row.told_how else None,
        destruction_id=row.destruction_id,
    )
