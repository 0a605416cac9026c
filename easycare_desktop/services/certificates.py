"""The certificate that signs the office's papers: shown, and handed out as a file."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from easycare_desktop.domain.rights import Action
from easycare_desktop.security.signed_code import fingerprint_of
from easycare_desktop.security.signing import certificate_pem, validity
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.ledger.changing import SIGNING_KEY_CHANGED
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

    def all(self) -> tuple[bytes, ...]:
        """Return every certificate (DER) that the office has had, the one in use first."""
        with self._door.enter(Action.OFFICE_READ, detail="certificates"):
            return all_certificates(self._office.keys)

    def export(self, path: Path) -> None:
        """Write every certificate that the office has had as PEM, the newest first.

        Papers of the time before a change of the signing key are checked with the older ones.

        Raises `NotPermittedError`, `DiskFullError`, `FolderNotWritableError`.
        """
        with self._door.enter(Action.CERTIFICATE_EXPORTED):
            write_atomically(path, certificate_pem(*all_certificates(self._office.keys)))


def all_certificates(keys: OpenKeys) -> tuple[bytes, ...]:
    """Return the certificates (DER) that the office has had, the one in use first."""
    changes = [each for each in keys.ledger_entries() if each.kind == SIGNING_KEY_CHANGED]
    former = [bytes.fromhex(str(each.facts["old"])) for each in reversed(changes)]
    return tuple(dict.fromkeys((keys.certificate(), *former)))


def certificate_view(certificate: bytes) -> CertificateView:
    """Return what is shown of a certificate (DER)."""
    since, until = (each.astimezone(SEOUL).date() for each in validity(certificate))
    return CertificateView(certificate, fingerprint_of(certificate), since, until)
