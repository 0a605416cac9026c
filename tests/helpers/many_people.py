"""Very many made-up people in memory alone, for lists that need nothing else of an office."""

from datetime import date

from easycare_desktop.domain.people import Person, PersonKind, PersonState, person_number
from easycare_desktop.services.person_lines import PersonLine, person_line

FAMILY, GIVEN = "김이박최정강조윤장임", "가나다라마바사아자차카타파하"


def lines_of(count: int) -> list[PersonLine]:
    """Return so many lines, always the same, in no order of names or days."""
    return [_line(number) for number in range(1, count + 1)]


def _line(number: int) -> PersonLine:
    kind = PersonKind.STAFF if number % 3 == 0 else PersonKind.RECIPIENT
    registered = date(2024, 3, 4)
    person = Person(number, person_number(number), kind, PersonState.ACTIVE, registered)
    mixed = number * 7919 % 104_729
    return person_line(
        person,
        {
            "name": FAMILY[mixed % 10] + GIVEN[mixed // 10 % 14] + GIVEN[mixed // 140 % 14],
            "birth": f"19{30 + mixed % 30}-05-1{mixed % 10}" if mixed % 11 else "",
            "valid_until": f"202{7 + mixed % 3}-01-01" if mixed % 5 else "",
        },
    )
