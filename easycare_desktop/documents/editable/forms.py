"""The blank forms that an office may take as HWPX: any of them in, the bytes of the file out."""

from importlib import import_module
from typing import Any

from easycare_desktop.documents.contents.cancellation_form import CancellationForm
from easycare_desktop.documents.contents.consent_form import ConsentForm
from easycare_desktop.documents.contents.pledge import Pledge
from easycare_desktop.documents.contents.power_of_attorney import PowerOfAttorney
from easycare_desktop.documents.contents.supplement_request import SupplementRequest
from easycare_desktop.documents.fonts import check_glyphs
from easycare_desktop.documents.strings import fingerprint, strings_of

EditableForm = CancellationForm | ConsentForm | Pledge | PowerOfAttorney | SupplementRequest
_ROOM = "easycare_desktop.documents."
_DRAWN_IN: dict[type, str] = {
    CancellationForm: "cancellation_form",
    ConsentForm: "consent_form",
    Pledge: "pledge",
    PowerOfAttorney: "power_of_attorney",
    SupplementRequest: "supplement_request",
}


def write_editable(form: EditableForm, title: str) -> bytes:
    """Return the form as HWPX: the words of the paper, marked as a copy, without codes.

    Raises `GlyphMissingError`.
    """
    check_glyphs("".join(strings_of(form)))
    paper: Any = import_module(f"{_ROOM}papers.{_DRAWN_IN[type(form)]}")
    page: Any = import_module(f"{_ROOM}layout.page")
    writer: Any = import_module(f"{_ROOM}editable.writer")
    sheet = page.Sheet(form.office, form.facts, title, fingerprint(form))
    return bytes(writer.write(sheet, paper.story_of(form, sheet.width)))
