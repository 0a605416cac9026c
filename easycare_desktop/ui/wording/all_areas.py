"""All areas of words in the order in which they are asked."""

from easycare_desktop.ui.wording.areas.backup import BACKUP
from easycare_desktop.ui.wording.areas.consents import CONSENTS
from easycare_desktop.ui.wording.areas.days import DAYS
from easycare_desktop.ui.wording.areas.destruction import DESTRUCTION
from easycare_desktop.ui.wording.areas.keys import KEYS
from easycare_desktop.ui.wording.areas.lists import LISTS
from easycare_desktop.ui.wording.areas.login import LOGIN
from easycare_desktop.ui.wording.areas.machine import MACHINE
from easycare_desktop.ui.wording.areas.papers import PAPERS
from easycare_desktop.ui.wording.areas.people import PEOPLE
from easycare_desktop.ui.wording.areas.registers import REGISTERS
from easycare_desktop.ui.wording.areas.requests import REQUESTS
from easycare_desktop.ui.wording.areas.restore import RESTORE
from easycare_desktop.ui.wording.areas.returned import RETURNED
from easycare_desktop.ui.wording.areas.rules import RULES
from easycare_desktop.ui.wording.areas.values import VALUES
from easycare_desktop.ui.wording.words import Area

AREAS: tuple[Area, ...] = (
    *(VALUES, DAYS, LOGIN, PEOPLE, CONSENTS, REQUESTS, RULES, DESTRUCTION),
    *(KEYS, MACHINE, PAPERS, LISTS, BACKUP, RESTORE, REGISTERS, RETURNED),
)
