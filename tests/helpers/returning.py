"""Forms of a real office, printed, signed and scanned again."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from PIL import Image

from easycare_desktop.documents.sign_boxes import SignBox
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.requests import Channel
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import MadePaper, PaperKind
from easycare_desktop.services.returned import WaitingPaper
from easycare_desktop.services.returned_intake import Receipt, TakenIn
from easycare_desktop.services.slips import boxes_of
from tests.helpers.cases import GUARDIAN, register
from tests.helpers.scanner import Harm, as_file, printed, scanned, signed

AS_USUAL = Harm(dpi=120, angle=2.0, blur=0.5)


@dataclass(frozen=True)
class Printed:
    """A form as it left the printer, with where it is signed."""

    paper: MadePaper
    boxes: tuple[SignBox, ...]
    pages: int


def print_form(services: Services, kind: PaperKind, subject: int) -> Printed:
    paper = services.papers.make(kind, subject, "서명 받기")
    with services.office.files.office() as connection:
        from easycare_desktop.storage.repositories.slips import SlipsRepository  # noqa: PLC0415

        slip = SlipsRepository(connection).of_papers([paper.id])[paper.id]
    return Printed(paper, boxes_of(slip), slip.pages)


def scans(
    form: Printed, *, sign: bool = True, harm: Harm = AS_USUAL, seed: int = 1
) -> list[Image.Image]:
    """Return the pages of a form as a scanner sees them."""
    pages = []
    chance = Random(seed)  # noqa: S311 - pretended handwriting
    for number in range(1, form.pages + 1):
        page = printed(form.paper.pdf, number - 1, harm.dpi)
        due = [box for box in form.boxes if box.page == number and box.due]
        page = signed(page, due[0], chance) if sign and due else page
        pages.append(scanned(page, harm, chance))
    return pages


def scan_file(folder: Path, name: str, pages: list[Image.Image], dpi: int = AS_USUAL.dpi) -> Path:
    """Write pages as the file of a scanner; the kind by the ending of its name."""
    kinds = {".pdf": "PDF", ".tif": "TIFF", ".jpg": "JPEG", ".png": "PNG"}
    path = folder / name
    path.write_bytes(as_file(pages, kinds[path.suffix], dpi))
    return path


TODAY = date(2026, 11, 23)


class Desk:
    """One open office with a recipient and forms printed for them."""

    def __init__(self, services: Services, folder: Path) -> None:
        self.services, self.folder = services, folder
        self.person, self.other = register(services), register(services, "봉순이")
        self.guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN)
        self.blank = print_form(services, PaperKind.BLANK_CONSENT_FORM, 1)

    def take(self, pages: list[Image.Image], name: str = "scan.pdf") -> TakenIn:
        path = scan_file(self.folder, name, pages)
        return self.services.returned_intake.take([path], Receipt(TODAY, Channel.POST))

    def waiting(self) -> tuple[WaitingPaper, ...]:
        return self.services.returned.waiting()

    def only(self) -> WaitingPaper:
        (found,) = self.waiting()
        return found

    def fresh(self, kind: PaperKind = PaperKind.CONSENT_FORM) -> Printed:
        """Print another form: the guardian's consent, or the recipient's request."""
        whose = self.guardian if kind is PaperKind.CONSENT_FORM else self.person
        return print_form(self.services, kind, whose.id)
