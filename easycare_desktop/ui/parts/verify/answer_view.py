"""The answer of a check: the word, the reasons, the signed facts to compare with the paper."""

from PySide6.QtWidgets import QLayout, QWidget

from easycare_desktop.services.verification import Verdict, Verification
from easycare_desktop.ui.widgets import Kit, beside, column, holder, row, well
from easycare_desktop.ui.widgets.banner import BannerTone
from easycare_desktop.ui.wording.verification import (
    COMPARE,
    SIGNER,
    answer_words,
    fact_lines,
    finding_words,
    grouped,
)

_TONES: dict[Verdict, BannerTone] = {
    Verdict.MATCH: "ok",
    Verdict.MISMATCH: "danger",
    Verdict.CODE_ONLY: "warn",
    Verdict.UNCLEAR: "warn",
}
_ICONS = {
    Verdict.MATCH: ("circle-check", "ok_text"),
    Verdict.MISMATCH: ("octagon-x", "danger_text"),
    Verdict.CODE_ONLY: ("scan-line", "warn_text"),
    Verdict.UNCLEAR: ("triangle-alert", "warn_text"),
    Verdict.NOTE: ("info", "muted"),
}


class AnswerView(QWidget):
    """Empty until `show_answer`; said in words first, never by colour alone."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._kit = kit
        self.banner = kit.banner("info", "", "")
        self.banner.setObjectName("verify.answer")
        self.verdict: Verdict | None = None
        self._below = column(gap=12)
        self.setLayout(column(self.banner, self._below, gap=12))
        self.hide()

    def show_answer(self, found: Verification) -> None:
        """Show what was found."""
        self.verdict = found.verdict
        self.banner.say(_TONES[found.verdict], *answer_words(found))
        _empty(self._below)
        self._below.addWidget(self._reasons(found))
        if found.facts is not None:
            self._below.addWidget(self._kit.text(COMPARE, "strong", wrap=True))
            form = self._kit.form(2)
            form.add(*(self._kit.pair(name, value) for name, value in fact_lines(found.facts)))
            self._below.addWidget(well(form))
        if found.signer:
            self._below.addWidget(self._kit.text(SIGNER, "caption"))
            self._below.addWidget(self._kit.text(grouped(found.signer), wrap=True))
        self.show()

    def _reasons(self, found: Verification) -> QWidget:
        lines: list[QWidget] = []
        for each in found.findings:
            picture = self._kit.picture(*_ICONS[each.reason.verdict])
            box = row(beside(picture), gap=10)
            box.addWidget(self._kit.text(finding_words(each), wrap=True), 1)
            lines.append(holder(box))
        return holder(column(*lines, gap=8))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
