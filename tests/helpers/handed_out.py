"""What an office hands out after a destruction, and how a test looks at the answers."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from easycare_desktop.documents.preview import render_page
from easycare_desktop.security.signing import SigningKey
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.verification import Reason, Verification
from tests.helpers.cases import approved, known_person
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import NOW

OTHER = SigningKey.generate("ffffffffffffffff", NOW)


@dataclass(frozen=True)
class Case:
    """What an office hands out after a destruction."""

    filed: bytes
    person: bytes
    certificate: bytes
    key: SigningKey
    ledger: str
    later: str


def hand_out(mould: OfficeMould, home: Path) -> Case:
    """Destroy the data of one person and hand out everything that can be checked."""
    office = mould.copy_to(home).open()
    services = Services(office)
    services.start()
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    made = [
        services.papers.make(kind, plan.id, "시험").pdf
        for kind in (PaperKind.CERTIFICATE, PaperKind.CERTIFICATE_PERSON)
    ]
    ledger = "\n".join(office.keys.ledger_export())
    office.keys.ledger_append("something", {"number": 1}, office.clock.now())
    later = "\n".join(office.keys.ledger_export())
    key = office.keys.signing_key()
    office.close()
    return Case(made[0], made[1], key.certificate, key, ledger, later)


def reasons(found: Verification) -> set[Reason]:
    return {finding.reason for finding in found.findings}


def picture(pdf: bytes, dpi: float = 200) -> Image.Image:
    page = render_page(pdf, 0, dpi)
    return Image.frombytes("RGB", (page.width, page.height), page.pixels)


def png(image: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()
