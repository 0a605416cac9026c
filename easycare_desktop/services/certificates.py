"""The certificate that signs the office's papers: shown, and handed out as a file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from easycare_desktop.domain.rights import Action
from easycare_desktop.security.signed_code import fingerprint_of
from easycare_desktop.security.signing import certificate_pem, validity
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.system.atomic_files import write_atomically
from easycare_desktop.system.clock import SEOUL


@dataclass(frozen=True, slots=True)
class CertificateView:
    """The certificate (DER), its fingerprint (hex), and the days it is valid."""

    certificate: bytes
    fingerprint: str
    since: date
    until: date


class CertificateService:
    """Use cases of the office's certificate. It holds nothing secret."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def read(self) -> CertificateView:
        """Return the certificate in use."""
        with self._door.enter(Action.OFFICE_READ, detail="certificate"):
            return certificate_view(self._office.keys.certificate())

    def export(self, path: Path) -> None:
        """Write the certificate as PEM, to be handed out.

        Raises `NotPermittedError`, `DiskFullError`, `FolderNotWritableError`.
        """
        with self._door.enter(Action.CERTIFICATE_EXPORTED):
            write_atomically(path, certificate_pem(self._office.keys.certificate()))


def certificate_view(certificate: bytes) -> CertificateView:
    """Return what is shown of a certificate (DER)."""
    since, until = (each.astimezone(SEOUL).date() for each in validity(certificate))
    return CertificateView(certificate, fingerprint_of(certificate), since, until)
