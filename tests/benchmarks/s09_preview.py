"""S9: from the click to the first page of a paper, warm."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.services.paper_pages import PaperPages
from easycare_desktop.services.papers import PaperKind
from tests.benchmarks.crowd import Crowd, started
from tests.benchmarks.measure import p99, repeated, say

PEOPLE, ROUNDS, WIDTH = 2_000, 20, 900
KINDS = (PaperKind.CONSENT_FORM, PaperKind.CANCELLATION_FORM, PaperKind.ONE_PAGE_ANSWER)


def main() -> bool:
    held = True
    with tempfile.TemporaryDirectory() as name:
        services = started(Crowd(Path(name), PEOPLE), groups=3)
        person = services.people.find("")[0]

        def preview(kind: PaperKind) -> None:
            made = services.papers.make(kind, person.id, "확인")
            PaperPages(made.pdf).at_width(0, WIDTH)

        for kind in KINDS:
            preview(kind)
            times = repeated(lambda kind=kind: preview(kind), ROUNDS)
            held &= say("S9", f"{kind.code} p99", p99(times), 150)
        services.office.close()
    return held


if __name__ == "__main__":
    sys.exit(not main())
