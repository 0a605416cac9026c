"""Scans of forms that come back, at random: python -m tests.campaigns.scans --count 600.

None may be taken for another form, none of the unsigned ones for signed, and from 150 dots per
inch on nearly all have to be found. Without --plant every scan says the truth; with it some bear
the codes of another form, and the campaign has to notice each of them.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from PIL import Image

from easycare_desktop.documents.press import Paper, PressedForm, press_form
from easycare_desktop.documents.returned.forms import ReadPage, read_pages
from easycare_desktop.documents.sign_boxes import SignBox
from easycare_desktop.domain.return_codes import Slip, draw_number, edition_mark, office_mark
from tests.documents.papers import value_of
from tests.helpers.scanner import Harm, as_file, printed, scanned, signed, two_on_one

SAMPLES = ("sample_consent", "sample_cancel_b", "sample_cancel_a", "sample_consent_blank")
DOTS = (100, 150, 200, 300)
SHARP = 150
_KINDS = ("PDF", "TIFF", "JPEG", "PNG")
Found = Sequence[ReadPage]


@dataclass(frozen=True)
class Form:
    """A form as it was printed."""

    slip: Slip
    pressed: PressedForm

    def boxes(self, page: int) -> list[SignBox]:
        return [box for box in self.pressed.boxes if box.page == page]


@dataclass(frozen=True)
class Truth:
    """What really lies on the glass."""

    form: Form
    page: int
    signed: bool


@cache
def forms(kinds: int = len(SAMPLES)) -> tuple[Form, ...]:
    """Return the forms that an office printed: of each kind two, with numbers of their own."""
    made = []
    for name in SAMPLES[:kinds] * 2:
        slip = Slip("CF", office_mark("an office"), draw_number(), edition_mark("1"))
        value: Paper = value_of(name)
        made.append(Form(slip, press_form(replace(value, facts=replace(value.facts, slip=slip)))))
    return tuple(made)


@cache
def _page(form: Form, page: int, dots: int) -> Image.Image:
    return printed(form.pressed.pdf, page - 1, dots)


def harm_of(chance: Random, dots: Sequence[int] = DOTS) -> Harm:
    """Return what happens to one sheet."""
    fax = chance.random() < 0.15
    return Harm(
        dpi=min(200, max(dots)) if fax else chance.choice(dots),
        angle=chance.uniform(-10, 10),
        upside_down=chance.random() < 0.25,
        blur=chance.uniform(0, 0.9 if fax else 1.3),
        jpeg=chance.randint(35, 85),
        fax=fax,
        fold=chance.random() < 0.3,
        noise=chance.choice((0.0, 0.0, 0.08)),
        faint=chance.uniform(0.6, 1.0),
        shadow=chance.random() < 0.2,
        shrunk=chance.choice((1.0, 1.0, 0.97, 0.92)),
    )


def sheet(truths: Sequence[Truth], harm: Harm, chance: Random) -> bytes:
    """Return the file of a scanner that saw one or two pages on its glass."""
    pages = []
    for truth in truths:
        page = _page(truth.form, truth.page, harm.dpi)
        due = [box for box in truth.form.boxes(truth.page) if box.due]
        pages.append(signed(page, chance.choice(due), chance) if truth.signed else page)
    seen = scanned(pages[0] if len(pages) == 1 else two_on_one(*pages), harm, chance)
    kind = "TIFF" if harm.fax else chance.choice(_KINDS)
    return as_file([seen], kind, harm.dpi, harm.jpeg)


def truths_of(chance: Random, among: Sequence[Form]) -> list[Truth]:
    """Return one page, sometimes two of two forms."""
    count = 2 if chance.random() < 0.15 else 1
    found = []
    for form in chance.sample(among, count):
        page = chance.randint(1, form.pressed.pages)
        due = any(box.due for box in form.boxes(page))
        found.append(Truth(form, page, due and chance.random() < 0.7))
    return found


def judge(truths: Sequence[Truth], found: Found) -> Counter[str]:
    """Count what was found of what lay there: right, lost, wrong, signatures misjudged."""
    counts: Counter[str] = Counter()
    left = {(truth.form.slip, truth.page): truth for truth in truths}
    for page in found:
        if page.code is None:
            counts["to the tray"] += 1
            continue
        truth = left.pop((page.code.slip, page.code.page), None)
        if truth is None:
            counts["wrong"] += 1
            continue
        counts["found"] += 1
        due = [box.due for box in truth.form.boxes(truth.page)]
        seen = any(sign for sign, wanted in zip(page.signed, due, strict=True) if wanted)
        if seen and not truth.signed:
            counts["taken for signed"] += 1
        elif truth.signed and not seen:
            counts["signature not seen"] += 1
    counts["lost"] += len(left)
    return counts


def read(content: bytes, among: Sequence[Form]) -> list[ReadPage]:
    """Return what the program reads from a file."""
    known = {form.slip: form.pressed.boxes for form in among}
    return [each for page in read_pages(content, lambda slip: known.get(slip, ())) for each in page]


def planted(truths: Sequence[Truth], among: Sequence[Form], chance: Random) -> list[Truth]:
    """Return what would have to lie there if the sheet bore the codes of other forms."""
    others = [form for form in among if all(form is not truth.form for truth in truths)]
    return [replace(truth, form=chance.choice(others), page=1) for truth in truths]


def run(
    count: int,
    seed: int,
    *,
    dots: Sequence[int] = DOTS,
    kinds: int = len(SAMPLES),
    plant: bool = False,
) -> dict[str, Counter[str]]:
    """Return the counts, apart for what is sharp and for what is not."""
    chance = Random(seed)  # noqa: S311 - a repeatable choice
    among = forms(kinds)
    counts: dict[str, Counter[str]] = {}
    for _ in range(count):
        harm, truths = harm_of(chance, dots), truths_of(chance, among)
        content = sheet(truths, harm, chance)
        told = planted(truths, among, chance) if plant else truths
        fine = harm.dpi * (0.7 if len(truths) == 2 else 1)
        where = f"from {SHARP} dpi" if fine >= SHARP else f"below {SHARP} dpi"
        counts.setdefault(where, Counter()).update(judge(told, read(content, among)))
        counts[where]["pages"] += len(truths)
    return counts


def main() -> int:
    """Run by hand."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=600)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--plant", action="store_true")
    given = asked.parse_args()
    counts = run(given.count, given.seed, plant=given.plant)
    json.dump(counts, sys.stdout, ensure_ascii=False, indent=1)
    return int(any(each["wrong"] or each["taken for signed"] for each in counts.values()))


if __name__ == "__main__":
    sys.exit(main())
