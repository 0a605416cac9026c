"""Consents are recorded per purpose with the scan of the signed form."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter

from easycare_desktop.domain.consents import ConsentResult
from easycare_desktop.tour.chapters.register import NAME
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def consents(scene: Scene, notes: Notes) -> None:
    """Record the consents of the new person."""
    scene.click("people.consent")
    statuses = scene.services.consents.status_of(notes.person_id)
    scene.check(held=not any(status.given for status in statuses), words="nothing is pre-ticked")
    for status in statuses:
        agreed = status.purpose.required or status.purpose.code == "newsletter_photo"
        words = "동의함" if agreed else "동의하지 않음"
        scene.choose(f"consents.answer.{status.purpose.code}", words)
    scene.shot("32_consents")
    scene.choose("consents.method", "서면")
    scene.type("consents.day", "오늘")
    scene.choose("consents.capacity", "본인")
    if not scene.text("consents.signer"):
        scene.type("consents.signer", NAME)
    scan = notes.out / "scan.png"
    draw_scan(scan)
    scene.program.plan_file(scan)
    scene.click("consents.evidence.choose")
    scene.click("consents.save")
    scan.unlink()
    lines = scene.services.consents.lines_of(notes.person_id)
    given = {line.purpose for line in lines if line.result is ConsentResult.GIVEN}
    needed = {status.purpose.code for status in statuses if status.purpose.required}
    scene.check(held=needed <= given, words="every required consent is given")
    scene.check(held=all(line.text_version for line in lines), words="text version is kept")
    evidence = scene.services.consents.evidence(lines[0])
    scene.check(held=evidence is not None, words="the scan opens again")
    scene.shot("33_consents_recorded")


def draw_scan(path: Path) -> None:
    """Make a picture that stands for a scanned form."""
    image = QImage(620, 877, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for line in range(60, 800, 28):
        painter.drawLine(60, line, 560, line)
    painter.end()
    image.save(str(path))
