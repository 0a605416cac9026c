"""A stranger checks the certificate: without an office, with the certificate of the office."""

from pathlib import Path

from PySide6.QtCore import Qt

from easycare_desktop.services.handed_in import HandedIn, check
from easycare_desktop.services.verification import Verdict
from easycare_desktop.tour.chapters.sign_in import open_office
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def verify(scene: Scene, notes: Notes) -> None:
    """Check the certificate in the office, then from the login window; a forged one is seen."""
    folder = notes.out / "handed-out"
    folder.mkdir(exist_ok=True)
    paper = notes.out / "papers" / "certificate.pdf"
    ledger, certificate = folder / "ledger.jsonl", folder / "office-certificate.pem"
    scene.go("ledger")
    _save(scene, "ledger.file", ledger)
    scene.click("ledger.verify")
    _choose(scene, "verify.paper", paper)
    scene.check(held=scene.has("verify.answer"), words="the open office answers")
    scene.shot("64_verify_in_office")
    scene.click("verify.leave")
    scene.go("settings")
    for _ in range(7):
        scene.press(Qt.Key.Key_Right, "settings.tabs")
    scene.shot("65_office_certificate")
    _save(scene, "settings.certificate.save", certificate)
    scene.program.close_office()
    scene.hand.settle()
    _from_login(scene, paper, certificate, ledger)
    open_office(scene, notes)


def _from_login(scene: Scene, paper: Path, certificate: Path, ledger: Path) -> None:
    handed = HandedIn(paper, certificate, ledger)
    scene.check(held=check(handed).verdict is Verdict.MATCH, words="the certificate fits")
    forged = ledger.with_name("forged.pdf")
    content = bytearray(paper.read_bytes())
    content[len(content) // 3] ^= 1
    forged.write_bytes(content)
    handed = HandedIn(forged, certificate, ledger)
    scene.check(held=check(handed).verdict is Verdict.MISMATCH, words="a forged one does not")
    scene.click("login.verify")
    scene.shot("66_verify_empty")
    for name, path in (("certificate", certificate), ("ledger", ledger), ("paper", paper)):
        _choose(scene, f"verify.{name}", path)
    scene.shot("67_verify_match")
    _choose(scene, "verify.paper", forged)
    scene.shot("68_verify_mismatch")
    scene.click("verify.leave")


def _choose(scene: Scene, name: str, path: Path) -> None:
    scene.program.plan_file(path)
    scene.click(name)
    scene.hand.settle()


def _save(scene: Scene, name: str, path: Path) -> None:
    _choose(scene, name, path)
    scene.check(held=path.is_file(), words=f"{path.name} was handed out")
