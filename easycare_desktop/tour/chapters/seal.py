"""The office's own seal, taken from a scan."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from easycare_desktop.services.papers import PaperKind
from easycare_desktop.tour.scene import Scene

_SEAL = 600


def give_seal(scene: Scene, out: Path) -> None:
    """Choose a scan of the seal, and print a paper that carries it."""
    scan = out / "seal.png"
    _draw_seal(scan)
    scene.go("settings")
    scene.tab("settings.tabs", "문서 모양")
    scene.hand.settle()
    scene.program.plan_file(scan)
    scene.click("settings.seal_choose")
    scene.hand.settle()
    scan.unlink()
    scene.check(held=bool(scene.services.paper_look.read().seal), words="the seal is kept")
    scene.shot("09_seal")
    paper = scene.services.papers.make(PaperKind.ACCOUNT_STATEMENT, 0, "기관 보관")
    scene.keep_paper(paper, "sealed_real")


def _draw_seal(path: Path) -> None:
    """Draw a red seal on white paper, as a scanner sees it."""
    image = QImage(_SEAL, _SEAL, QImage.Format.Format_RGB32)
    image.fill(QColor("#fdfdfb"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#c22018"), 22))
    painter.drawRect(QRect(70, 70, 460, 460))
    font = painter.font()
    font.setPixelSize(150)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRect(70, 70, 460, 460), Qt.AlignmentFlag.AlignCenter, "행복\n직인")
    painter.end()
    image.save(str(path))
