"""S9: from the click on 문서 만들기 to the first page painted in the preview, warm.

Beside it what of that is spent without any window: value, number, log entry, PDF and picture.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.screen import Screen, open_screen  # isort: skip - Qt before the rest

from easycare_desktop.app.pages import PREVIEW
from easycare_desktop.services.paper_pages import PaperPages
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.windows.preview_page import PreviewPage
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import median, p99, processor, repeated, say

PEOPLE, ROUNDS, WIDTH = 2_000, 20, 900
KINDS = (PaperKind.CONSENT_FORM, PaperKind.CANCELLATION_FORM, PaperKind.ONE_PAGE_ANSWER)


class Clicks:
    """Clicks in the real window."""

    def __init__(self, screen: Screen, person_id: int) -> None:
        self._screen, self._person_id = screen, person_id
        self._papers = screen.workplace.papers

    def preview(self, kind: PaperKind) -> float:
        """Return the milliseconds from the click until the first page is painted."""
        shown = self._page
        if shown is not None:
            shown.forget()
        self._screen.show("people")
        self._screen.rest()
        self._papers.want(kind, self._person_id)
        self._screen.paint()
        dialog = self._papers._dialog
        assert dialog is not None
        begun = time.perf_counter()
        dialog.purpose_given.emit("확인")
        dialog.accept()
        while (page := self._page) is None or not page.desk.sheet.drawn:
            self._screen.wait()
        self._screen.paint()
        return (time.perf_counter() - begun) * 1000

    @property
    def _page(self) -> PreviewPage | None:
        page = self._screen.workplace.shell.page(PREVIEW)
        return page if isinstance(page, PreviewPage) else None


def main() -> bool:
    held = True
    with tempfile.TemporaryDirectory() as name:
        crowd = Crowd(Path(name), PEOPLE)
        with open_screen(Path(name), crowd.make(groups=3)) as screen:
            services = screen.workplace.services
            person = services.people.find("")[0]
            clicks = Clicks(screen, person.id)

            def alone(kind: PaperKind) -> None:
                made = services.papers.make(kind, person.id, "확인")
                PaperPages(made.pdf).at_width(0, WIDTH)

            for kind in KINDS:
                clicks.preview(kind)
                times = [clicks.preview(kind) for _ in range(ROUNDS)]
                held &= say("S9", f"{kind.code} painted, median", median(times), 150)
                say("S9", f"{kind.code} painted, p99", p99(times), 150)
                times = repeated(lambda kind=kind: alone(kind), ROUNDS)
                held &= say("S9", f"{kind.code} without a window, median", median(times), 150)
                say("S9", f"{kind.code} without a window, p99", p99(times), 150)
                spent = [processor(lambda kind=kind: alone(kind)) for _ in range(ROUNDS)]
                say("S9", f"{kind.code} without a window, processor time", median(spent), 150)
    return held


if __name__ == "__main__":
    sys.exit(not main())
