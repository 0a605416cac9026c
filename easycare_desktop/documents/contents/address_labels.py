"""우편 라벨: to whom letters go."""

from dataclasses import dataclass

from easycare_desktop.documents.values import Addressee, Office, PrintFacts
from easycare_desktop.domain.labels import LabelSheet


@dataclass(frozen=True, slots=True)
class AddressLabels:
    """`first`: the place on the first sheet to begin at; `sender`: the office stands there too."""

    office: Office
    facts: PrintFacts
    sheet: LabelSheet
    first: int
    sender: bool
    labels: tuple[Addressee, ...] = ()
