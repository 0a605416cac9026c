"""S8: 1,000 pre-filled consent forms with codes, laid out once, in one file.

The reference is the same forms pressed one by one by the same program. No other program is
measured here: neither LibreOffice nor WeasyPrint is installed with this project.
"""

import sys
from dataclasses import replace
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.documents.contents.consent_form import ConsentForm
from easycare_desktop.documents.papers.consent_many import make_many
from easycare_desktop.documents.press import press
from easycare_desktop.domain.return_codes import Slip, draw_number
from tests.documents.samples.consents import sample_consent_blank
from tests.documents.samples.office import OFFICE

FORMS, ONE_BY_ONE, GOAL = 1_000, 20, 90.0


def form(number: int) -> ConsentForm:
    """Return the form of one made-up person."""
    blank = replace(sample_consent_blank(), office=OFFICE)
    person = replace(blank.person, name=f"홍길동{number}", number=f"P-{number:05d}")
    slip = Slip("CF", "ABCDEF", draw_number(), "WXYZ")
    facts = replace(blank.facts, number=f"M2026-{number:05d}", slip=slip)
    return replace(blank, person=person, facts=facts)


def main() -> bool:
    forms = [form(number) for number in range(FORMS)]
    press(forms[0])
    begun = process_time()
    for each in forms[:ONE_BY_ONE]:
        press(each)
    alone = (process_time() - begun) / ONE_BY_ONE
    begun = process_time()
    made = make_many(forms)
    took = process_time() - begun
    if made is None:
        return False
    speed = made.pages * FORMS / took
    held = speed >= GOAL
    word = "held" if held else "MISSED"
    print(  # noqa: T201
        f"S8 {FORMS:,} forms of {made.pages} pages {speed:.0f} pages/s goal {GOAL:g} {word};"
        f" one by one {made.pages / alone:.0f} pages/s; {len(made.pdf) / 1e6:.1f} MB",
        flush=True,
    )
    return held


if __name__ == "__main__":
    sys.exit(not main())
