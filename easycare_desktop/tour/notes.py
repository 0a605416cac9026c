"""What one chapter leaves for the next: who was registered, which request, which plan."""

from dataclasses import dataclass, field
from pathlib import Path

from easycare_desktop.services.practice.builder import PracticeOffice


@dataclass(slots=True)
class Notes:
    """Filled while the tour goes on."""

    out: Path
    folder: Path
    office: PracticeOffice | None = None
    person_id: int = 0
    person_number: str = ""
    request_id: int = 0
    plan_id: int = 0
    certificate: str = ""
    chosen_id: int = 0
    item_plan_id: int = 0
    values: list[str] = field(default_factory=list)
