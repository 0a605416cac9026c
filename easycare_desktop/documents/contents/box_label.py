"""서류함 라벨: what stands on the box."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.documents.values import Office, PrintFacts


@dataclass(frozen=True, slots=True)
class BoxLabel:
    """No name of a person whose papers lie in the box."""

    office: Office
    facts: PrintFacts
    number: str
    label: str
    cabinet: str
    compartment: str
    key_holder: str
    contents: str
    since: date
