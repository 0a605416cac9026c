"""What an applicant still has to hand in, sealed with the request."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.requests import RequestState, RequestStepError
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.supplements import MissingPaper, Supplement, check_supplement
from easycare_desktop.services.office import OpenOffice

_PREFIX = "supplement_"


class SupplementService:
    """Use cases of asking for what is missing; only before the applicant was checked."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def ask(self, request_id: int, wanted: Supplement) -> None:
        """Record what is asked for; a later one replaces it.

        Raises `RequestStepError`, `SupplementEmptyError`, `SupplementDayPassedError`.
        """
        check_supplement(wanted)
        with self._office.door.enter(Action.REQUEST_CHANGED, detail="supplement") as step:
            request = step.uow.requests.get(request_id)
            step.person_id = request.person_id
            if request.state is not RequestState.TAKEN:
                raise RequestStepError(request.state, RequestState.TAKEN)
            content = step.uow.holdings.open(request.holding_id)
            values = dict(content.values) | _values(wanted)
            step.uow.holdings.change(request.holding_id, content.holding.version, values)

    def of(self, request_id: int) -> Supplement | None:
        """Return what was asked for last, or nothing."""
        with self._office.door.enter(Action.REQUESTS_READ) as step:
            request = step.uow.requests.get(request_id)
            step.person_id = request.person_id
            if step.uow.holdings.get(request.holding_id) is None:
                return None
            return supplement_in(step.uow.holdings.open(request.holding_id).values)


def supplement_in(values: Mapping[str, str]) -> Supplement | None:
    """Read what was asked for from the sealed values of a request."""
    asked, until = (values.get(_PREFIX + name, "") for name in ("asked_on", "until"))
    if not asked or not until:
        return None
    codes = filter(None, values.get(_PREFIX + "missing", "").split(","))
    return Supplement(
        tuple(MissingPaper(code) for code in codes),
        date.fromisoformat(asked),
        date.fromisoformat(until),
        values.get(_PREFIX + "note", ""),
    )


def _values(wanted: Supplement) -> dict[str, str]:
    return {
        _PREFIX + "missing": ",".join(each.value for each in wanted.missing),
        _PREFIX + "asked_on": wanted.asked_on.isoformat(),
        _PREFIX + "until": wanted.until.isoformat(),
        _PREFIX + "note": wanted.note.strip(),
    }
