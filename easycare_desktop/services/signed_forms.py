"""How a signed form is kept: as nothing but its record, as a scan, as what came back, or drawn."""

from typing import TypeAlias

from easycare_desktop.domain.returned import FormUse
from easycare_desktop.domain.signatures import ScreenSignature
from easycare_desktop.services.door import Step
from easycare_desktop.services.evidence import Evidence, cleaned
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returned_filing import BackPaper, file_returned
from easycare_desktop.storage.repositories.beginning import NewHolding

SignedForm: TypeAlias = Evidence | BackPaper | ScreenSignature
SCREEN_SIGNED, SHOWN_VERSION = "screen_signed_at", "shown_version"


def cleaned_form(form: SignedForm | None) -> SignedForm | None:
    """Return the form with a scan as it may be kept. Raises what `cleaned` raises."""
    return cleaned(form) if isinstance(form, Evidence) else form


def keep_signed(
    step: Step, office: OpenOffice, new: NewHolding, form: SignedForm | None, use: FormUse
) -> tuple[int, int | None]:
    """Begin the holding of a form with what proves it; return its number and that of the file.

    Raises what `file_returned` raises.
    """
    if isinstance(form, BackPaper):
        filed = file_returned(step, office, form, new, use)
        return filed.holding_id, filed.file_id
    if isinstance(form, ScreenSignature):
        new = new._replace(values={**new.values, **form.values()})
        form = Evidence(form.png, "image/png")
    holding_id = step.uow.holdings.add([new])[0].id
    if form is None:
        return holding_id, None
    file = step.uow.files.add(
        holding_id,
        form.content,
        form.media,
        at=office.clock.now(),
        account_id=office.actor.account_id,
    )
    return holding_id, file.id
