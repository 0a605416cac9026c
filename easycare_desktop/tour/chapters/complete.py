"""What came later is added: records, payment, and health now that consent is on record."""

from easycare_desktop.tour.chapters.register import NAME
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

DISEASE = "고혈압과 무릎 관절염(가상)"
TYPED = (
    ("care_record", (("first_on", "20250304"), ("sheets", "120"))),
    ("payment", (("payer_name", NAME), ("paid_from", "20250310"), ("last_paid_on", "20261110"))),
    ("health", (("diseases", DISEASE),)),
)


def complete(scene: Scene, notes: Notes) -> None:
    """Add what came later to the basic data."""
    scene.go("people")
    scene.click("people.edit")
    for group, fields in TYPED:
        scene.open_fold(f"people.group.{group}.open")
        for name, words in fields:
            if not scene.has(f"people.{group}.{name}"):
                scene.click(f"people.group.{group}.more")
            scene.type(f"people.{group}.{name}", words)
    scene.choose("people.payment.method", "계좌이체")
    scene.shot("34_complete")
    scene.click("people.save")
    card = scene.services.people.open(notes.person_id)
    for group, fields in TYPED:
        scene.check(held=group in card.contents, words=f"{group} is stored")
        scene.check(held=len(card.contents[group].values) >= len(fields), words=group)
    notes.values.append(DISEASE)
