"""S13: papers that come back, from the file to the sealed form."""

import sys
import tempfile
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.returned_intake import Receipt
from tests.benchmarks.crowd import Crowd, started
from tests.benchmarks.measure import say
from tests.helpers.returning import print_form, scan_file, scans
from tests.helpers.scanner import Harm

FORMS = 12
WAYS = {
    "200 dpi, crooked": (Harm(dpi=200, angle=3, blur=0.6), ".pdf"),
    "300 dpi, upside down": (Harm(dpi=300, upside_down=True, angle=-2, jpeg=70), ".pdf"),
    "a fax": (Harm(dpi=200, fax=True, angle=1.5), ".tif"),
}


def main() -> bool:
    held = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        services = started(Crowd(folder / "office", 200), groups=3)
        people = [line.id for line in services.people.find("")[:FORMS]]
        for way, (harm, ending) in WAYS.items():
            pages = []
            for person in people:
                form = print_form(services, PaperKind.CANCELLATION_FORM, person)
                pages += scans(form, harm=harm)
            path = scan_file(folder, f"scan{ending}", pages, harm.dpi)
            began = process_time()
            report = services.returned_intake.take([path], Receipt(services.office.today()))
            spent = (process_time() - began) * 1000 / len(pages)
            held &= say("S13", f"{way}, a page", spent, 200)
            held &= report.ready == len(people)
        services.office.close()
    return held


if __name__ == "__main__":
    sys.exit(not main())
